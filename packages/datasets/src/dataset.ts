import { ByteMatrix, type AbstractMatrix, type Labels, type Matrix } from '@tenfold/linalg';

/** A data set: what scikit-learn calls a Bunch. */
export interface Dataset<X extends AbstractMatrix = AbstractMatrix, Y extends Labels = Labels> {
  /** Its name, as provenance records it: `digits`, `mnist`, or the file's name. */
  readonly name: string;
  /** One sample a row, one feature a column. */
  readonly data: X;
  /** The label of each row. */
  readonly target: Y;
  /** The classes' names, in the order of the sorted labels. */
  readonly targetNames: readonly string[];
  /** The columns' names. */
  readonly featureNames: readonly string[];
  /** What it is, where it comes from, its licence, in plain text. */
  readonly DESCR: string;
}

/** A data set of grey images, all of one size; a row of `data` is an image, its rows one after the other. */
export interface ImageDataset<X extends AbstractMatrix = Matrix | ByteMatrix> extends Dataset<X, Uint8Array> {
  /**
   * Each image as a matrix of bytes, `images[i].get(row, column)`. Made when first asked for. When `data` holds
   * bytes they are views on it.
   */
  readonly images: readonly ByteMatrix[];
  /** Height and width of an image in pixels. */
  readonly imageShape: readonly [height: number, width: number];
}

/** The text of a column of a table, as it is written. */
export interface KeptColumn {
  /** The column's name; without a header its number from 0. */
  readonly name: string;
  /** One text a row. */
  readonly values: readonly string[];
}

/** A table without labels. */
export interface FeatureTable {
  /** Its name: the file's. */
  readonly name: string;
  /** One sample a row, one feature a column; bytes when every value is a whole number from 0 to 255. */
  readonly data: Matrix | ByteMatrix;
  /** The features' names, in the order of the columns of `data`. */
  readonly featureNames: readonly string[];
  /** Whether the names come from the table; else they are made from the positions. */
  readonly header: boolean;
  /** The columns that were to be kept, in the order asked for. */
  readonly kept: readonly KeptColumn[];
  /** Warnings about what may have been read wrongly, a sentence each. */
  readonly warnings: readonly string[];
  /** What it is, in plain text. */
  readonly DESCR: string;
}

/** Labels of a table: all of one kind. */
export type TableLabels = readonly number[] | readonly string[] | readonly boolean[];

/** A data set read from a table. */
export interface TableDataset extends FeatureTable {
  /** The label of each row. */
  readonly target: TableLabels;
  /** The classes' names, in the order of the sorted labels. */
  readonly targetNames: readonly string[];
}

/** A table with labels or without. */
export type Table = FeatureTable & Partial<Pick<TableDataset, 'target' | 'targetNames'>>;

/** Lets a data set of images make its `images` when they are first asked for. */
export function withImages<D extends Pick<ImageDataset, 'imageShape'>>(
  dataset: D,
  pixels: Uint8Array,
): D & Pick<ImageDataset, 'images'> {
  let images: readonly ByteMatrix[] | undefined;
  return {
    ...dataset,
    get images() {
      images ??= cutImages(pixels, dataset.imageShape);
      return images;
    },
  };
}

/** The names of an image's columns: `pixel_0_0`, `pixel_0_1`, … by row and column. */
export function pixelNames([height, width]: readonly [number, number]): string[] {
  return Array.from({ length: height * width }, (_, i) => `pixel_${Math.floor(i / width)}_${i % width}`);
}

function cutImages(pixels: Uint8Array, [height, width]: readonly [number, number]): ByteMatrix[] {
  const size = height * width;
  return Array.from(
    { length: pixels.length / size },
    (_, i) => new ByteMatrix(height, width, pixels.subarray(i * size, (i + 1) * size)),
  );
}
