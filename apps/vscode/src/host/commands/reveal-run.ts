import * as vscode from 'vscode';

import type { Command } from './command.js';
import { selectedRuns } from '../runs/selected-runs.js';

/** Shows a run's folder in the system's file manager, or, where the files are elsewhere, in the explorer. */
export const revealRun: Command = {
  id: 'revealRun',
  async run(services, argument) {
    const [run] = await selectedRuns(services, argument);
    const here = run.scheme === 'file' && vscode.env.remoteName === undefined;
    const desktop = here && vscode.env.uiKind === vscode.UIKind.Desktop;
    await vscode.commands.executeCommand(desktop ? 'revealFileInOS' : 'revealInExplorer', run);
  },
};
