import type { ByteMatrix, Labels, Matrix } from '@tenfold/linalg';

/** A data set as a job takes it: one sample a row, with its label. */
export interface RunDataset {
  /** The name: "digits", "mnist", or that of a file. */
  name: string;
  /** The samples; images as one row of pixels each. */
  data: Matrix | ByteMatrix;
  /** The labels. */
  target: Labels;
  /** Height and width of the images, or null when the rows are no images. */
  imageShape: readonly [height: number, width: number] | null;
  /** The largest value of a pixel: 16 for the digits, 255 for MNIST. */
  maximum: number;
  /** SHA-256 of the content, in hexadecimal. */
  checksum: string;
}

/** Some of the rows of a data set. */
export interface DatasetPart {
  /** The samples. */
  data: Matrix | ByteMatrix;
  /** Their labels. */
  target: Labels;
  /** The row of the whole data set, from 0, that each of them is. */
  rows: Uint32Array;
}
