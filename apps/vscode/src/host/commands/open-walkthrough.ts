import * as vscode from 'vscode';

import type { Command } from './command.js';

/** Opens the walkthrough. */
export const openWalkthrough: Command = {
  id: 'openWalkthrough',
  async run({ context }) {
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${context.extension.id}#start`,
      false,
    );
  },
};
