import * as vscode from 'vscode';

import { settings } from '../../shared/settings.js';
import { findMnist } from './find-mnist.js';
import type { MnistState } from './mnist-files.js';

/** The folder that MNIST is downloaded into: below the user's data home, else below the extension's own storage. */
export function mnistDownloadFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(dataHomes(context)[0], 'mnist');
}

/** Where MNIST would be read from. On the web it comes with the extension, from the same place. */
export async function mnistState(context: vscode.ExtensionContext): Promise<MnistState> {
  const { extensionUri } = context;
  if (/^https?$/.test(extensionUri.scheme)) return 'extension';
  return findMnist({
    dataHomes: dataHomes(context),
    extension: vscode.Uri.joinPath(extensionUri, 'dist', 'mnist'),
    join: (folder, ...names) => vscode.Uri.joinPath(folder, ...names),
    exists,
  });
}

/** Whether there is a file. */
export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(file);
    return (type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

function dataHomes({ globalStorageUri }: vscode.ExtensionContext): [vscode.Uri, ...vscode.Uri[]] {
  const { dataHome } = settings();
  return dataHome === '' ? [globalStorageUri] : [vscode.Uri.file(dataHome), globalStorageUri];
}
