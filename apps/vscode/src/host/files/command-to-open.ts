import type * as vscode from 'vscode';

/** The command that opens a file of data, and its arguments: NumPy's files have a viewer only where one is asked for. */
export function commandToOpen(file: vscode.Uri): readonly [command: string, ...args: unknown[]] {
  return /\.np[yz]$/i.test(file.path)
    ? ['vscode.openWith', file, 'tenfold.arrayOptional']
    : ['vscode.open', file];
}
