import * as vscode from 'vscode';

import { HelpfulError } from './helpful-error.js';

/**
 * Makes sure that the workspace may be trained in and written to.
 *
 * @throws HelpfulError when it is not trusted
 */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted)
    throw new HelpfulError(
      vscode.l10n.t('This workspace is not trusted: nothing is trained or written in it.'),
      vscode.l10n.t('Manage Workspace Trust'),
      () => vscode.commands.executeCommand('workbench.trust.manage'),
    );
}
