import * as vscode from 'vscode';
import { uriName } from './uri-name.js';
import { replaceChecked } from './write-checked.js';

/** What to ask. */
export interface SaveAsOptions {
  /** The file's name that is proposed. */
  readonly name: string;
  /** What kinds of files there are: endings by the name of the kind. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Where to, when that is known already: nothing is asked then. */
  readonly to?: vscode.Uri | undefined;
  /** Whether to tell where it is, and offer to open it. Default true. */
  readonly isTold?: boolean;
}

/**
 * Writes a file where the user wants it, the whole of it or nothing, and offers to open it.
 *
 * @returns where it was written; undefined when the dialog was closed
 */
export async function saveAs(
  content: Uint8Array,
  { name, filters, to, isTold = true }: SaveAsOptions,
): Promise<vscode.Uri | undefined> {
  const target = to ?? (await askWhere(name, filters));
  if (target === undefined) return undefined;
  const beside = target.with({ path: `${target.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  await replaceChecked(vscode.workspace.fs, target, beside, content);
  if (isTold) void offerToOpen(target);
  return target;
}

/** Asks where a file is to go, beginning in the workspace. */
export async function askWhere(
  name: string,
  filters: SaveAsOptions['filters'],
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.at(0)?.uri;
  return vscode.window.showSaveDialog({
    filters: Object.fromEntries(Object.entries(filters).map(([kind, endings]) => [kind, [...endings]])),
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const name = uriName(file);
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', name), open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}
