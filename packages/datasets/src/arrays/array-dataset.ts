import type { ByteSource } from '@tenfold/arrays';
import type { ByteMatrix, Labels, Matrix } from '@tenfold/linalg';

import type { Dataset } from '../dataset.js';

/** A data set read from files of arrays: images, or rows of features, with labels or without. */
export interface ArrayDataset extends Omit<Dataset<Matrix | ByteMatrix>, 'target'> {
  /** The label of each row; undefined when the files hold none. */
  readonly target: Labels | undefined;
  /** The columns' names: those in the file, `pixel_0_0`, … for images, and none for other rows without names. */
  readonly featureNames: readonly string[];
  /** Height and width of an image in pixels, or null when the rows are no images. */
  readonly imageShape: readonly [height: number, width: number] | null;
  /** Warnings about what was read in an unexpected way, a sentence each. */
  readonly warnings: readonly string[];
}

/** A file and its name in errors. */
export interface NamedSource {
  /** Its path or name. */
  readonly name: string;
  readonly source: ByteSource;
}

/** The files that hold a data set's arrays. */
export interface ArrayFiles {
  /** The images or rows; of an archive, their labels too. */
  readonly data: NamedSource;
  /** The labels, when they are in a file of their own. */
  readonly labels?: NamedSource | undefined;
}

/** The options of `datasetFromArrays`. */
export interface ArrayDatasetOptions {
  /** The data set's name. Default the name of the file with the data, without folder and extension. */
  name?: string | undefined;
  /** Of an archive, the array with the images or rows. Default: found by the usual names. */
  x?: string | undefined;
  /** Of an archive, the array with the labels. Default: the one that usually goes with `x`. */
  y?: string | undefined;
  /** Whether images lie in the file column by column, as EMNIST's do. Default false. */
  transpose?: boolean | undefined;
  /**
   * What stands for a missing label, blanks around it aside, beside a blank text. Default `MISSING_VALUES`. Rows hold
   * numbers, of which NaN is the missing one, here and in labels.
   */
  missing?: readonly string[] | undefined;
  /** The most bytes of memory that the rows may take: one for a byte, eight for any other number. Default 2^32. */
  maxBytes?: number | undefined;
  /** Stops the reading; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** The names of these options. */
export const ARRAY_OPTIONS: readonly (keyof ArrayDatasetOptions)[] = [
  'name',
  'x',
  'y',
  'transpose',
  'missing',
  'maxBytes',
  'signal',
];
