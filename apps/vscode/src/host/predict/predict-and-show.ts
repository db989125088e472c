import * as vscode from 'vscode';
import { toCsv } from '@tenfold/datasets';

import type { Label, Ranking } from '../../protocol/values.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import { type ModelFile, readModelFile } from '../models/read-model.js';
import type { Training } from '../worker/training.js';
import { tellReadingWarnings } from '../worker/reading-warnings.js';
import { WorkerModel } from '../worker/worker-model.js';
import type { PredictData } from './predict-argument.js';
import { predictRows } from './predict-rows.js';
import { type PredictedTable, tableOf } from './predicted-table.js';
import { rowSource } from './row-source.js';
import { uriName } from '../files/uri-name.js';

/** The worker that predicts, and the log of the reader's warnings. */
export interface PredictServices {
  readonly training: Training;
  readonly log: vscode.LogOutputChannel;
}

/** A file of more bytes is not read as a whole. */
const LARGEST_FILE_BYTES = 512 * 2 ** 20;

/** Of more rows the table shows the first ones; the command gives the labels of all. */
const MOST_ROWS_SHOWN = 20_000;

/**
 * Predicts, and opens a table of the predictions.
 *
 * @returns the labels, one a row
 */
export async function predictAndShow(
  services: PredictServices,
  source: ModelSource,
  data: PredictData,
): Promise<Label[]> {
  const file = await readModelFile(source);
  const title = vscode.l10n.t('Predicting with {0}…', file.name);
  const location = vscode.ProgressLocation.Notification;
  const table = await vscode.window.withProgress(
    { location, title, cancellable: true },
    (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort(new vscode.CancellationError()));
      const tell = (share: number): void =>
        progress.report({ message: vscode.l10n.t('{0} %', Math.round(100 * share)) });
      return data.kind === 'file'
        ? predictFile(services, file, data.file, stop.signal, tell)
        : predictDataset(services, file, data.dataset, stop.signal);
    },
  );
  await showTable(table);
  return Array.from(table.predicted, (number) => table.classes[number]);
}

async function predictFile(
  { log, training }: PredictServices,
  { model, text }: ModelFile,
  file: string,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<PredictedTable> {
  const uri = vscode.Uri.parse(file, true);
  const name = uriName(uri);
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST_FILE_BYTES)
    throw new Error(vscode.l10n.t('{0} is too large to be read as a whole.', name));
  const rows = await rowSource(name, await vscode.workspace.fs.readFile(uri), model, signal);
  tellReadingWarnings(log, name, rows.warnings);
  const workerModel = new WorkerModel(training, text);
  const ranking: Ranking = await predictRows(
    (block) => workerModel.predict(block, signal),
    rows,
    model.nFeatures,
    signal,
    (done) => tell(done / rows.rows),
  );
  return tableOf(model.classes, ranking, rows.rows);
}

async function predictDataset(
  { training }: PredictServices,
  { text }: ModelFile,
  dataset: Extract<PredictData, { kind: 'dataset' }>['dataset'],
  signal: AbortSignal,
): Promise<PredictedTable> {
  const all = { testSize: 0, randomState: 0 };
  const said = await training.worker().evaluate({ model: text, dataset, split: all }, { signal });
  return tableOf(said.classes, said, said.rows.length, said.actual);
}

async function showTable(table: PredictedTable): Promise<void> {
  const content = toCsv(table.rows(MOST_ROWS_SHOWN));
  const document = await vscode.workspace.openTextDocument({ language: 'csv', content });
  await vscode.window.showTextDocument(document);
  const total = table.predicted.length;
  if (MOST_ROWS_SHOWN < total)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} rows are predicted; the table shows the first {1}.', total, MOST_ROWS_SHOWN),
    );
}
