import * as vscode from 'vscode';

import type { PredictData } from './predict-argument.js';
import { uriName } from '../files/uri-name.js';
import { plainLabel } from '../shared/plain-label.js';
import { activeFile } from '../files/active-file.js';

interface DataPick extends vscode.QuickPickItem {
  readonly data: PredictData | 'choose';
}

/** Files that rows can be read from, by their names. */
const ROWS = /(\.(csv|tsv|txt|npy|npz|idx)|-ubyte)(\.gz)?$/i;

/**
 * Asks what is to be predicted.
 *
 * @throws CancellationError when nothing was picked
 */
export async function askData(): Promise<PredictData> {
  const shown = shownFile();
  const items: DataPick[] = [
    ...(shown === undefined ? [] : [filePick(shown)]),
    {
      label: vscode.l10n.t('Digits'),
      description: vscode.l10n.t('1,797 images of 8 × 8 pixels'),
      data: { kind: 'dataset', dataset: { kind: 'digits' } },
    },
    {
      label: vscode.l10n.t('MNIST'),
      description: vscode.l10n.t('70,000 images of 28 × 28 pixels'),
      data: { kind: 'dataset', dataset: { kind: 'mnist', order: 'original' } },
    },
    {
      label: vscode.l10n.t('A File…'),
      description: vscode.l10n.t('A table, IDX, NPY or NPZ; labels are not needed'),
      data: 'choose',
    },
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Predict what?') });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.data === 'choose' ? chooseFile() : picked.data;
}

function filePick(uri: vscode.Uri): DataPick {
  const name = plainLabel(uriName(uri));
  return {
    label: name,
    description: vscode.l10n.t('the file in the active editor'),
    data: { kind: 'file', file: uri.toString() },
  };
}

function shownFile(): vscode.Uri | undefined {
  const file = activeFile();
  return file !== undefined && ROWS.test(file.path) ? file : undefined;
}

async function chooseFile(): Promise<PredictData> {
  // Files of IDX have no ending of their own, so that none is filtered away.
  const files = await vscode.window.showOpenDialog({ title: vscode.l10n.t('Predict the Rows of a File') });
  const file = files?.at(0);
  if (file === undefined) throw new vscode.CancellationError();
  return { kind: 'file', file: file.toString() };
}
