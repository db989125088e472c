import * as vscode from 'vscode';

/** The files that the viewers open or that can be trained on. */
export const DATA_FILES = '**/{*.csv,*.tsv,*.npy,*.npz,*.idx,*.idx.gz,*-ubyte,*-ubyte.gz}';

/** Folders that hold no data of the user's. */
const EXCLUDED = '**/{node_modules,.git,.tenfold,.venv,__pycache__}/**';

/** The most files that are shown. */
export const MOST_FILES = 200;

/** The workspace's data files by their paths: at most one more than is shown, which tells that there are more. */
export async function findDataFiles(): Promise<readonly vscode.Uri[]> {
  if (vscode.workspace.workspaceFolders === undefined) return [];
  const found = await vscode.workspace.findFiles(DATA_FILES, EXCLUDED, MOST_FILES + 1);
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Tells when data files come or go. Ended by disposing it. */
export function watchDataFiles(tell: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(DATA_FILES, false, true, false);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(tell),
    watcher.onDidDelete(tell),
    vscode.workspace.onDidChangeWorkspaceFolders(tell),
  );
}
