import { InputError } from '@tenfold/errors';
import * as vscode from 'vscode';

/**
 * Makes sure that the workspace may be trained in and written to.
 *
 * @throws InputError when it is not trusted
 */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted)
    throw new InputError(
      vscode.l10n.t('This workspace is not trusted: nothing is trained or written in it.'),
    );
}

/** Tells menus and key bindings what may be done. */
export function watchTrust(): vscode.Disposable {
  const tell = (): void => {
    for (const name of ['canTrain', 'canWrite'])
      void vscode.commands.executeCommand('setContext', `tenfold.${name}`, vscode.workspace.isTrusted);
  };
  tell();
  return vscode.workspace.onDidGrantWorkspaceTrust(tell);
}
