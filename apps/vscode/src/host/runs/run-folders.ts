import * as vscode from 'vscode';

import { runFolderSegments } from './run-folder-path.js';

/** A folder that keeps runs. */
export interface RunFolder {
  /** The workspace folder that it belongs to; undefined when no folder is open. */
  readonly workspaceFolder: vscode.WorkspaceFolder | undefined;
  /** The folder; it need not be there yet. */
  readonly uri: vscode.Uri;
  /** The folders that lead to it from the workspace folder. */
  readonly segments: readonly string[];
}

/** The folder that keeps the runs of a workspace folder. */
export function runFolderOf(workspaceFolder: vscode.WorkspaceFolder): RunFolder {
  const setting = vscode.workspace.getConfiguration('tenfold', workspaceFolder.uri).get('runFolder', '');
  const segments = runFolderSegments(setting);
  return { workspaceFolder, segments, uri: vscode.Uri.joinPath(workspaceFolder.uri, ...segments) };
}

/** The folders that keep runs: one a workspace folder, or a folder of the extension's own when none is open. */
export function runFolders(context: vscode.ExtensionContext): readonly RunFolder[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0) return folders.map(runFolderOf);
  const uri = vscode.Uri.joinPath(context.globalStorageUri, 'runs');
  return [{ workspaceFolder: undefined, segments: [], uri }];
}
