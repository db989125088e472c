import type { AnyClassifier } from '@tenfold/base';
import { InputError } from '@tenfold/core';
import { ByteMatrix, Matrix } from '@tenfold/linalg';
import type { DatasetPart } from '@tenfold/runs';

import type { Prediction } from '../protocol/values.js';
import { rankRows } from './rank-rows.js';

/** Rows to predict. */
export interface PredictTask {
  /** The features of each, row after row, as the model takes them. */
  readonly values: Uint8Array | Float64Array;
  readonly count: number;
  /** How many classes there are for each row. Default: all. */
  readonly most?: number | undefined;
}

/**
 * The predictions of a model for rows.
 *
 * @throws InputError when they are of another width than the model's
 */
export async function predictValues(
  model: AnyClassifier,
  task: PredictTask,
  signal: AbortSignal,
): Promise<Prediction> {
  const { most = model.classes.length } = task;
  const data = matrixOf(model, task);
  return { classes: [...model.classes], ...(await rankRows(model, { data }, most, signal)) };
}

/**
 * Rows as a matrix.
 *
 * @throws InputError when they are of another width than the model's
 */
export function matrixOf(
  { nFeatures: columns }: AnyClassifier,
  { values, count }: Pick<PredictTask, 'values' | 'count'>,
): DatasetPart['data'] {
  if (count === 0 || values.length !== count * columns) {
    throw new InputError(
      `the model takes rows of ${columns} numbers; ${values.length} are not ${count} of them`,
    );
  }
  // By its tag and not by instanceof, as arrays may come from another realm.
  const isBytes = Object.prototype.toString.call(values) === '[object Uint8Array]';
  return isBytes
    ? new ByteMatrix(count, columns, new Uint8Array(values))
    : Matrix.from1DArray(count, columns, values);
}
