import * as vscode from 'vscode';

import { runFolderOf, runFolders } from './run-folders.js';

/**
 * The folder that a new run is written to: that of the workspace folder which the data is in, else the first that can be
 * written to, else one of the extension's own.
 *
 * @param context the extension
 * @param data a file of the data set, if it has one
 */
export function writeRunTarget(context: vscode.ExtensionContext, data?: vscode.Uri): vscode.Uri {
  const own = data && vscode.workspace.getWorkspaceFolder(data);
  const folders = [...(own === undefined ? [] : [runFolderOf(own)]), ...runFolders(context)];
  const writable = folders.find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false);
  return writable?.uri ?? vscode.Uri.joinPath(context.globalStorageUri, 'runs');
}
