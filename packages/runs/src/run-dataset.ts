import type { ByteMatrix, Labels, Matrix } from '@tenfold/linalg';

/** Rows with or without labels, as jobs take them: one sample a row. */
export interface RunRows {
  /** The name: "digits", "mnist", or that of a file. */
  name: string;
  /** The samples; images as one row of pixels each. */
  data: Matrix | ByteMatrix;
  /** The labels; undefined when there are none. */
  target: Labels | undefined;
  /** The names of the columns of a table, or of arrays that have some; undefined of images. */
  featureNames?: readonly string[] | undefined;
  /** A table's column of labels: its name, or its number from 0. */
  targetName?: string | number | undefined;
  /** The column of a table that names its rows, when one was named for that, and what is in it. */
  ids?: { readonly name: string; readonly values: readonly string[] } | undefined;
  /** Height and width of the images, or null when the rows are no images. */
  imageShape: readonly [height: number, width: number] | null;
  /** The largest value of a pixel: 16 for the digits, 255 for MNIST. */
  maximum: number;
  /** SHA-256 of the content, in hexadecimal. */
  checksum: string;
  /** What the reader of the file found worth saying. */
  warnings?: readonly string[] | undefined;
}

/** A data set as a job takes it: one sample a row, with its label. */
export interface RunDataset extends RunRows {
  /** The labels. */
  target: Labels;
}

/** Some of the rows of a data set. */
export interface DatasetPart {
  /** The samples. */
  data: Matrix | ByteMatrix;
  /** Their labels. */
  target: Labels;
  /** The row of the whole data set, from 0, that each of them is. */
  rows: Uint32Array;
  /** The columns' names, when they have some. */
  featureNames?: readonly string[] | undefined;
}
