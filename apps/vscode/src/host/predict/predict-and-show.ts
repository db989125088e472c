import type { LogisticRegression } from '@tenfold/estimators';
import * as vscode from 'vscode';

import type { Label } from '../../protocol/values.js';
import type { ModelSource, ModelWeights } from '../../protocol/webviews/model.js';
import { modelWeights } from '../editors/model/model-weights.js';
import { type ModelFile, readModelFile } from '../editors/model/read-model.js';
import { toCsv } from '../export/csv.js';
import type { Services } from '../services.js';
import { tellReadingWarnings } from '../training/reading-warnings.js';
import type { PredictData } from './predict-argument.js';
import { predictRows, type RowPredictions } from './predict-rows.js';
import { rowSource } from './row-source.js';
import { uriName } from '../files/uri-name.js';

/** A file of more bytes is not read as a whole. */
const LARGEST = 512 * 2 ** 20;

/** Of more rows the table shows the first ones; the command gives the labels of all. */
const MOST_SHOWN = 20_000;

/**
 * Predicts, and opens a table of the predictions.
 *
 * @returns the labels, one a row
 */
export async function predictAndShow(
  services: Services,
  source: ModelSource,
  data: PredictData,
): Promise<Label[]> {
  const file = await readModelFile(source);
  const weights = modelWeights(file.model, file.name);
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
        ? predictFile(services, file.model, weights, data.file, stop.signal, tell)
        : predictDataset(services, file, data.dataset, stop.signal);
    },
  );
  await showTable(weights, table);
  return Array.from(table.predicted, (number) => weights.classes[number]);
}

interface Table extends RowPredictions {
  /** The number of each row's true class, where there are labels. */
  readonly actual?: Uint16Array;
}

async function predictFile(
  { log }: Services,
  model: LogisticRegression,
  weights: ModelWeights,
  file: string,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Table> {
  const uri = vscode.Uri.parse(file, true);
  const name = uriName(uri);
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST) throw new Error(vscode.l10n.t('{0} is too large to be read as a whole.', name));
  const rows = await rowSource(name, await vscode.workspace.fs.readFile(uri), model, signal);
  tellReadingWarnings(log, name, rows.warnings);
  return predictRows(weights, rows, signal, (done) => tell(done / rows.rows));
}

async function predictDataset(
  { training }: Services,
  { text }: ModelFile,
  dataset: Extract<PredictData, { kind: 'dataset' }>['dataset'],
  signal: AbortSignal,
): Promise<Table> {
  const all = { testSize: 0, randomState: 0 };
  const said = await training.worker().evaluate({ model: text, dataset, split: all }, { signal });
  const each = said.top.length / Math.max(1, said.rows.length);
  return {
    actual: said.actual,
    predicted: said.predicted,
    probabilities: Float64Array.from(said.predicted, (_, row) => said.probabilities[row * each]),
    second: Uint16Array.from(said.predicted, (_, row) => said.top[row * each + 1]),
    secondProbabilities: Float64Array.from(said.predicted, (_, row) => said.probabilities[row * each + 1]),
  };
}

async function showTable({ classes }: ModelWeights, table: Table): Promise<void> {
  const { actual } = table;
  const head = ['index', 'predicted', 'probability', 'second', 'probability of second'];
  const count = Math.min(table.predicted.length, MOST_SHOWN);
  const rows = Array.from({ length: count }, (_, row) => [
    row,
    classes[table.predicted[row]],
    Number(table.probabilities[row].toFixed(6)),
    classes[table.second[row]],
    Number(table.secondProbabilities[row].toFixed(6)),
    ...(actual === undefined ? [] : [classes.at(actual[row]) ?? '']),
  ]);
  const content = toCsv([actual === undefined ? head : [...head, 'actual'], ...rows]);
  const document = await vscode.workspace.openTextDocument({ language: 'csv', content });
  await vscode.window.showTextDocument(document);
  const total = table.predicted.length;
  if (count < total)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} rows are predicted; the table shows the first {1}.', total, count),
    );
}
