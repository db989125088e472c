import { checkNames, ParameterError } from '@tenfold/core';

import { ARRAY_OPTIONS, type ArrayDataset, type ArrayDatasetOptions } from '../arrays/array-dataset.js';
import { datasetFromArrays } from '../arrays/dataset-from-arrays.js';
import { withFileSource } from './file-source.js';

/** Which files `readArrays` reads, and how. */
export interface ReadArraysOptions extends ArrayDatasetOptions {
  /** The path of an IDX, NPY or NPZ file with images or rows; IDX and NPY may be gzipped. */
  file: string;
  /** The path of a file with the labels, when they are not in the archive of the data. */
  labels?: string | undefined;
}

const NAMES: readonly (keyof ReadArraysOptions)[] = ['file', 'labels', ...ARRAY_OPTIONS];
const MAX_PIPE = 2 ** 31;

/**
 * Reads a data set from files of arrays, as `datasetFromArrays` does from any bytes: from an IDX pair, from NPY files
 * or from an NPZ archive. Their first bytes decide what they are, not their names.
 *
 * @throws FileError when a file cannot be read; ArrayFileError, ArrayDataError, ParameterError as `datasetFromArrays`
 */
export async function readArrays(options: ReadArraysOptions): Promise<ArrayDataset> {
  checkNames('readArrays', options, NAMES);
  const { file, labels, ...rest } = options;
  checkPath('file', file);
  const { signal } = rest;
  signal?.throwIfAborted();
  return withFileSource(file, MAX_PIPE, signal, (source) => {
    const data = { name: file, source };
    if (labels === undefined) return datasetFromArrays({ data }, rest);
    checkPath('labels', labels);
    return withFileSource(labels, MAX_PIPE, signal, (labelSource) =>
      datasetFromArrays({ data, labels: { name: labels, source: labelSource } }, rest),
    );
  });
}

function checkPath(parameter: string, path: unknown): void {
  if (typeof path !== 'string' || path === '')
    throw new ParameterError('readArrays', parameter, 'the path of a file', path);
}
