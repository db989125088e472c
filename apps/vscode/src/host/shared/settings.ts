import * as vscode from 'vscode';

import { readSettings, type Settings } from './read-settings.js';

const SECTION = 'tenfold';

/** What has been complained of: once is enough. */
const reportedProblems = new Set<string>();

/**
 * The user's settings, checked. A wrong one counts as not set, and a notification says so once.
 *
 * @param scope a file or a folder, where settings differ by folder
 */
export function settings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  return readSettings(
    (name) => configuration.get<unknown>(name),
    (name, value, problem) => {
      const setting = `${SECTION}.${name}`;
      const key = `${setting} ${JSON.stringify(value)}`;
      if (reportedProblems.has(key)) return;
      reportedProblems.add(key);
      void complain(setting, problem);
    },
  );
}

async function complain(setting: string, problem: string): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('The setting {0} is not used: {1}.', setting, problem.replace(/\.$/, '')),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}
