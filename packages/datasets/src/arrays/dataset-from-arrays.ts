import type { ArrayEntry } from '@tenfold/arrays';
import { checkBoolean, checkInteger, checkNames, formatQuantity, ParameterError } from '@tenfold/core';

import { pixelNames } from '../dataset.js';
import { checkMissing } from '../missing-values.js';
import { ArrayDataError } from './array-data-error.js';
import {
  ARRAY_OPTIONS,
  type ArrayDataset,
  type ArrayDatasetOptions,
  type ArrayFiles,
} from './array-dataset.js';
import { chooseArrays } from './choose-arrays.js';
import { readFeatureNames, readTargetNames } from './given-names.js';
import { type ChosenArray, describeArray, describeShape, openFile } from './opened-file.js';
import { countLabels, readLabels } from './read-labels.js';
import { readRows } from './read-rows.js';
import { type RowLayout, rowLayout } from './row-layout.js';

const OWNER = 'datasetFromArrays';
/** The most bytes of one array in the oldest supported Node. */
const MAX_BYTES = 2 ** 32;

/**
 * Makes a data set of arrays: of an IDX or NPY file of images or rows, gzipped or not, with or without a second one of
 * labels, or of an NPZ archive of both. Of an archive the arrays are found by their usual names (`x_train` and
 * `y_train`, `train_images` and `train_labels`, `X` and `y`, `data` and `target`, `images` and `labels`), or by being
 * the only ones that can be meant.
 *
 * - Data are count × features, count × height × width, or images with one more dimension: of one, or of three or four
 *   colours, which are turned grey as Pillow's `convert('L')` does, an opacity being left out.
 * - Bytes and booleans become a `ByteMatrix`, other integers too when all are from 0 to 255. Everything else becomes a
 *   `Matrix`. NaN and infinities pass; estimators refuse them.
 * - Labels are a list, or one column or row, of whole numbers (also as floats), truth values or text. Integers beyond
 *   2^53 become text. A missing one (`NaN`, `None`, `nan`, see `missing`) is an error. Of QMNIST's eight columns the
 *   first is taken.
 * - `feature_names`, `target_names` and `DESCR` of an archive are taken over.
 *
 * Reading goes by some megabytes at a time; packed files are unpacked in memory.
 *
 * @throws ArrayFileError when a file is none of arrays, damaged, or holds elements that are not read
 * @throws ArrayDataError when its arrays make no data set
 * @throws ParameterError when an option is none
 */
export async function datasetFromArrays(
  files: ArrayFiles,
  options: ArrayDatasetOptions = {},
): Promise<ArrayDataset> {
  const checked = checkOptions(options);
  const { x, y, transpose, missing, maxBytes, signal, name = datasetName(files.data.name) } = checked;
  const dataFile = await openFile(files.data, maxBytes, signal);
  const labelsFile = files.labels && (await openFile(files.labels, maxBytes, signal));
  const choice = chooseArrays(dataFile, labelsFile, { x, y });
  checkNotSwapped(choice.x, choice.y);
  const { entry, layout } = rowsOf(choice.x, transpose);
  checkCounts(choice.x, choice.y, layout.rows);
  // Labels first: they are small, and more often wrong.
  const labels = choice.y && (await readLabels(choice.y, { missing, signal }));
  const data = await readRows(entry, layout, { source: choice.x.source, maxBytes, signal });
  await verify(choice.x, signal);
  if (choice.y !== undefined) await verify(choice.y, signal);
  const features = await readFeatureNames(dataFile, layout.columns, signal);
  const targets = await readTargetNames(dataFile, labels?.target, signal);
  const { imageShape } = layout;
  return {
    name,
    data,
    target: labels?.target,
    targetNames: targets.names,
    featureNames: features.names ?? (imageShape === null ? [] : pixelNames(imageShape)),
    imageShape,
    warnings: [
      ...choice.warnings,
      ...greyWarning(choice.x, layout),
      ...(labels?.warnings ?? []),
      ...features.warnings,
      ...targets.warnings,
    ],
    DESCR: describe(choice.x, choice.y, layout),
  };
}

function checkOptions(options: ArrayDatasetOptions) {
  checkNames(OWNER, options, ARRAY_OPTIONS);
  const { name, x, y, transpose = false, maxBytes = MAX_BYTES, signal } = options;
  for (const [parameter, value] of Object.entries({ name, x, y })) {
    if (value !== undefined && (typeof value !== 'string' || value === ''))
      throw new ParameterError(OWNER, parameter, 'a name', value);
  }
  return {
    name,
    x,
    y,
    signal,
    transpose: checkBoolean(OWNER, 'transpose', transpose),
    missing: checkMissing(OWNER, options.missing),
    maxBytes: checkInteger(OWNER, 'maxBytes', maxBytes, { min: 1, max: MAX_BYTES }),
  };
}

function rowsOf(
  { array, source }: ChosenArray,
  transpose: boolean,
): { entry: ArrayEntry; layout: RowLayout } {
  if ('readText' in array) {
    const advice = 'give the array of the images; text serves as labels only';
    throw new ArrayDataError(source, 'shape', 'numbers', `text (${describeArray(array)})`, advice);
  }
  return { entry: array, layout: rowLayout(array, source, transpose) };
}

function checkNotSwapped(x: ChosenArray, y: ChosenArray | undefined): void {
  if (y === undefined || countLabels(x) === undefined || countLabels(y) !== undefined) return;
  const expected = 'images or rows as data and a list of labels';
  const received = `the data ${describeArray(x.array)} and the labels ${describeArray(y.array)} (${y.source})`;
  throw new ArrayDataError(x.source, 'swapped', expected, received, 'they seem to be in each other’s place');
}

function checkCounts(x: ChosenArray, y: ChosenArray | undefined, rows: number): void {
  const labels = y && countLabels(y);
  if (y === undefined || labels === undefined || labels === rows) return;
  const received = `${rows} rows, and ${labels} labels in ${y.source}`;
  throw new ArrayDataError(
    x.source,
    'length',
    'as many rows as labels',
    received,
    'give the files that belong together',
  );
}

/** Compares the checksums of an archive: entries that are stored uncompressed were not compared while they were read in blocks. */
async function verify({ array, file }: ChosenArray, signal: AbortSignal | undefined): Promise<void> {
  if (file.format === 'npz' && 'verify' in array) await array.verify(signal);
}

function greyWarning({ source }: ChosenArray, { colours }: RowLayout): string[] {
  return colours === 'none' ? [] : [`the colours of ${source} were turned to grey`];
}

function describe(
  x: ChosenArray,
  y: ChosenArray | undefined,
  { rows, columns, imageShape }: RowLayout,
): string {
  const what =
    imageShape === null
      ? `${formatQuantity(rows, 'row')} of ${formatQuantity(columns, 'column')}`
      : `${formatQuantity(rows, 'image')} of ${describeShape(imageShape)} pixels`;
  const labels = y === undefined ? 'without labels' : `with the labels of ${y.source}`;
  return `${what} from ${x.source}, ${labels}\n`;
}

/** The name of a file without its folder and the extensions of arrays. */
function datasetName(path: string): string {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return file.replace(/\.gz$/i, '').replace(/\.(npy|npz|idx)$/i, '') || file;
}
