import { alignLabels, type AnyClassifier, type AnyProbabilisticClassifier } from '@tenfold/base';
import { yieldToEventLoop } from '@tenfold/core';
import {
  type ByteMatrix,
  isByteMatrix,
  type Label,
  type LabelArray,
  type Labels,
  type Matrix,
} from '@tenfold/linalg';
import { accuracyScore, confusionMatrix, uniqueLabels } from '@tenfold/metrics';

import type { DatasetPart } from './run-dataset.js';

/** How a model does on some rows. */
export interface Scores {
  /** The rows' own labels, in the kind of the model's classes. */
  target: Labels;
  /** The predicted labels. */
  predictions: Labels;
  /** Share of the rows that were predicted right. */
  accuracy: number;
  /** The classes of the confusion matrix: those of the model and those of the rows, in order. */
  classes: Label[];
  /** Rows: actual; columns: predicted. */
  confusionMatrix: number[][];
}

/**
 * Predicts rows and scores the predictions.
 *
 * @param model a fitted model
 * @param part the rows
 * @param signal cancels it
 * @throws LabelMismatchError when the labels are of another kind than the model's classes and `alignLabels` cannot read
 *   them in that kind
 * @throws FeatureNamesError when their columns have other names than those the model was trained on
 * @throws ShapeError when the rows have another width than those the model was trained on
 */
export async function scorePart(
  model: AnyClassifier,
  part: DatasetPart,
  signal?: AbortSignal,
): Promise<Scores> {
  const target = alignLabels(part.target, model.classes);
  const predictions = await predictPart(model, part, signal);
  const classes = uniqueLabels(target, predictions, model.classes as Labels);
  const matrix = confusionMatrix(target, predictions, { labels: classes as Labels });
  const accuracy = accuracyScore(target, predictions);
  return { target, predictions, accuracy, classes, confusionMatrix: matrix.to2DArray() };
}

/** The predicted label of each row. A model that searches its training rows for each row does so on all threads. */
export async function predictPart(
  model: AnyClassifier,
  { data, featureNames }: Pick<DatasetPart, 'data' | 'featureNames'>,
  signal?: AbortSignal,
): Promise<Labels> {
  if (model.definition.tags.lazy) return model.predictAsync(data, { featureNames, signal });
  const blocks: Labels[] = [];
  for await (const block of blocksOf(data, signal)) blocks.push(model.predict(block, { featureNames }));
  return joinLabels(blocks, data.rows);
}

/** The probability of each class, one row a row, one column a class. */
export function predictProbaPart(
  model: AnyProbabilisticClassifier,
  { data, featureNames }: Pick<DatasetPart, 'data' | 'featureNames'>,
  signal?: AbortSignal,
): Promise<Matrix> {
  return model.predictProbaAsync(data, { featureNames, signal });
}

/** Joins labels of one kind: arrays to an array, typed arrays to one of their type. */
function joinLabels([first, ...rest]: Labels[], length: number): Labels {
  if (rest.length === 0) return first;
  if (Array.isArray(first)) return [first, ...rest].flatMap((block) => [...block] as string[]);
  const joined = new (first.constructor as new (length: number) => LabelArray)(length);
  let start = 0;
  for (const block of [first, ...rest] as LabelArray[]) {
    joined.set(block, start);
    start += block.length;
  }
  return joined;
}

/**
 * Mean over the rows of -log(probability of the row's own label), from the scores themselves, so that a row which
 * the model is sure to get wrong counts in full.
 */
export async function meanLogLoss(
  model: AnyProbabilisticClassifier,
  { data, target, featureNames }: Pick<DatasetPart, 'data' | 'target' | 'featureNames'>,
  signal?: AbortSignal,
): Promise<number> {
  const labels = alignLabels(target, model.classes);
  const columns = new Map(model.classes.map((label, column) => [label, column]));
  let sum = 0;
  let row = 0;
  for await (const block of blocksOf(data, signal)) {
    const logProba = model.predictLogProba(block, { featureNames });
    for (let i = 0; i < block.rows; i++, row++) {
      const column = columns.get(labels[row]);
      sum -= column === undefined ? -Infinity : logProba.get(i, column);
    }
  }
  return sum / row;
}

// As many rows as take a few hundredths of a second; after each block the event loop gets its turn.
const blockSize = 4096;

async function* blocksOf(
  data: Matrix | ByteMatrix,
  signal?: AbortSignal,
): AsyncGenerator<Matrix | ByteMatrix> {
  for (let start = 0; start < data.rows; start += blockSize) {
    signal?.throwIfAborted();
    yield rowRange(data, start, Math.min(start + blockSize, data.rows));
    await yieldToEventLoop();
  }
}

function rowRange(data: Matrix | ByteMatrix, start: number, end: number): Matrix | ByteMatrix {
  if (start === 0 && end === data.rows) return data;
  return isByteMatrix(data) ? data.rowRange(start, end) : data.subMatrix(start, end - 1, 0, data.columns - 1);
}
