import * as vscode from 'vscode';

import type { DatasetRef } from '../../../protocol/values.js';
import type { AskServices } from './ask-services.js';
import { askFileDataset } from './ask-file-dataset.js';
import { BACK, type Choice, choose, type Place } from './walk.js';
import { uriName } from '../../files/uri-name.js';
import { plainLabel } from '../../shared/plain-label.js';

type Source = DatasetRef | { readonly kind: 'file'; readonly file: vscode.Uri } | { readonly kind: 'other' };

/** Files that may hold data. */
const FILES = '**/*{.csv,.npy,.npz,.idx,.idx.gz,-ubyte,-ubyte.gz}';
/** Folders that hold other people's files. */
const EXCLUDED = '**/{node_modules,.git,.tenfold,.venv}/**';
const MOST_FILES = 200;

/** Milliseconds that the list waits for the workspace's files. */
const FILES_WAIT_MS = 200;

/** The endings that the dialog of files shows. */
export const FILE_FILTERS = { Data: ['csv', 'npy', 'npz', 'idx', 'gz', '*'] };

/**
 * Asks for a data set: one that comes with the extension, a file of the workspace, or any other.
 *
 * @param services reads archives
 * @param place where the question stands
 * @param known what was chosen before
 */
export async function askDataset(
  services: AskServices,
  place: Place,
  known: DatasetRef | undefined,
): Promise<DatasetRef | typeof BACK> {
  const files = workspaceFiles().catch(() => []);
  // Waits for the files, so that the list does not change under the pointer; most often they are found at once.
  const early = await Promise.race([files, pause(FILES_WAIT_MS)]);
  for (;;) {
    const all = (found: readonly Choice<Source>[]): Choice<Source>[] => [
      ...builtIn(),
      ...found,
      ...otherFile(),
    ];
    const source = await choose<Source>(place, all(early ?? []), {
      placeholder: vscode.l10n.t('What to train on'),
      active: (value) => isSame(value, known),
      later:
        early === undefined
          ? files.then((found) => (found.length === 0 ? undefined : all(found)))
          : undefined,
    });
    if (source === BACK) return BACK;
    if (source.kind !== 'file' && source.kind !== 'other') return source;
    const file = source.kind === 'file' ? source.file : await openFile();
    const dataset = file && (await askFileDataset(services, file, { ...place, step: place.step + 1 }, known));
    if (dataset !== undefined && dataset !== BACK) return dataset;
  }
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

function builtIn(): Choice<Source>[] {
  return [
    {
      label: `$(symbol-array) ${vscode.l10n.t('Digits')}`,
      description: vscode.l10n.t('1,797 images of 8 × 8 pixels'),
      detail: vscode.l10n.t('Comes with the extension. Trains in a blink: a good beginning.'),
      value: { kind: 'digits' },
    },
    {
      label: `$(symbol-array) ${vscode.l10n.t('MNIST')}`,
      description: vscode.l10n.t('70,000 images of 28 × 28 pixels'),
      detail: vscode.l10n.t('Comes with the extension. Trains in a few seconds.'),
      value: { kind: 'mnist', order: 'original' },
    },
  ];
}

function otherFile(): Choice<Source>[] {
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(folder-opened) ${vscode.l10n.t('Choose a File…')}`,
      detail: vscode.l10n.t('A table (CSV), images and labels (IDX or NPY), or both in one archive (NPZ)'),
      value: { kind: 'other' },
    },
  ];
}

async function workspaceFiles(): Promise<Choice<Source>[]> {
  const found = await vscode.workspace.findFiles(FILES, EXCLUDED, MOST_FILES);
  const files = found.map((file) => ({ file, path: vscode.workspace.asRelativePath(file) }));
  const choices = files
    .filter(({ path }) => !/labels|(^|[/_-])y[_.-][^/]*$/i.test(path))
    .sort((a, b) => a.path.localeCompare(b.path))
    .map(({ file, path }) => ({
      label: `$(file) ${plainLabel(uriName({ path }))}`,
      description: path,
      value: { kind: 'file' as const, file },
    }));
  const title = { label: vscode.l10n.t('Files of this workspace'), kind: vscode.QuickPickItemKind.Separator };
  return choices.length === 0 ? [] : [title, ...choices];
}

async function openFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Train on a File'),
    openLabel: vscode.l10n.t('Choose'),
    filters: FILE_FILTERS,
  });
  return chosen?.[0];
}

function isSame(value: Source, known: DatasetRef | undefined): boolean {
  if (known === undefined) return false;
  if (value.kind === 'file') return 'file' in known && known.file === value.file.toString();
  return value.kind === known.kind;
}
