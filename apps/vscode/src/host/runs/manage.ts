import * as vscode from 'vscode';

import { trashName } from './manage-trash.js';
import { uriName } from '../files/uri-name.js';

/** A run that was put aside. */
export interface SetAside {
  /** Where it was. */
  readonly run: vscode.Uri;
  /** Where it is until it is removed or brought back. */
  readonly aside: vscode.Uri;
}

/** Renames a run's folder. Gives the new one. */
export async function renameFolder(run: vscode.Uri, name: string): Promise<vscode.Uri> {
  const to = vscode.Uri.joinPath(run, '..', name);
  await vscode.workspace.fs.rename(run, to, { overwrite: false });
  return to;
}

/** Takes a run out of the list so that it can be brought back. */
export async function setAside(run: vscode.Uri): Promise<SetAside> {
  const name = uriName(run);
  return { run, aside: await renameFolder(run, trashName(name, Date.now())) };
}

/** Brings a run back to where it was. */
export async function bringBack({ run, aside }: SetAside): Promise<void> {
  await vscode.workspace.fs.rename(aside, run, { overwrite: false });
}

/** Removes a folder: into the system's trash where there is one. */
export async function remove(folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  try {
    await fs.delete(folder, { recursive: true, useTrash: true });
  } catch {
    await fs.delete(folder, { recursive: true, useTrash: false });
  }
}
