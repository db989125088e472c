import { trainTestSplit } from '@tenfold/model-selection';

import type { DatasetPart, RunDataset } from './run-dataset.js';

/** Which rows are kept for testing. */
export interface SplitChoice {
  /** A fraction of the rows below 1, a number of rows, or 0 to keep none: everything is trained on. */
  testSize: number;
  /** The seed. */
  randomState: number;
  /** Whether both parts keep the proportions of the classes. Default false. */
  stratify?: boolean | undefined;
}

/** The two parts of a data set; `test` is null when nothing is kept for testing. */
export interface Split {
  /** The rows to train on. */
  train: DatasetPart;
  /** The rows to test on. */
  test: DatasetPart | null;
}

/**
 * Splits a data set into the rows to train on and the rows to test on.
 *
 * @throws ParameterError, SplitSizeError when the sizes do not go with the number of rows
 * @throws StratifyError when a class has too few rows to be in both parts
 * @throws ShapeError when there are not as many labels as rows
 */
export function splitDataset(dataset: RunDataset, choice: SplitChoice): Split {
  const { testSize, randomState, stratify = false } = choice;
  if (testSize === 0) return { train: wholeDataset(dataset), test: null };
  const { data, target, rows, featureNames } = wholeDataset(dataset);
  const options = { testSize, randomState, ...(stratify && { stratify: target }) };
  const parts = trainTestSplit(data, target, rows, options);
  const [trainData, testData, trainTarget, testTarget, trainRows, testRows] = parts;
  return {
    train: { data: trainData, target: trainTarget, rows: trainRows, featureNames },
    test: { data: testData, target: testTarget as DatasetPart['target'], rows: testRows, featureNames },
  };
}

/** All rows of a data set. */
export function wholeDataset({ data, target, featureNames }: RunDataset): DatasetPart {
  return { data, target, rows: Uint32Array.from({ length: data.rows }, (_, row) => row), featureNames };
}
