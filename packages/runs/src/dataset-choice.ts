import type { TableOptions } from '@tenfold/datasets';

/** A data set by its name, in a file, or in a folder of images. */
export type DatasetChoice = NamedDataset | FileDataset | ImageFolder;

/** A data set by its name. */
export interface NamedDataset {
  /** One of `DATASET_NAMES` of `@tenfold/datasets`: 'digits', 'mnist' and so on. */
  name: string;
  /** Not of the digits: the folder to look in and, of MNIST, to download to. */
  dataHome?: string;
  /** MNIST only: 'original' (default) or 'mldata', each part sorted by label. */
  order?: string;
  /** MNIST only: where to download from, in place of the usual mirrors and of an installed @tenfold/mnist. */
  mirrors?: readonly string[];
  /** MNIST only: whether an installed @tenfold/mnist is taken. Default true, and false when there are `mirrors`. */
  usePackage?: boolean;
}

/** A table, or arrays, in a file: CSV, IDX, NPY or NPZ, gzipped or not. Its first bytes decide which. */
export interface FileDataset {
  /** The file; '-' is a table on standard input. */
  file: string;
  /** Of a table: the column that holds the labels, by its name or its number from 0. */
  target?: string | number;
  /** Of a table: how it is read. */
  table?: Omit<TableOptions, 'target' | 'targetOptional' | 'keep' | 'columns' | 'missing' | 'signal'>;
  /** Of a table: the column that names the rows, by its name or its number from 0; it is no feature. */
  idColumn?: string | number;
  /** What stands for a missing value of a table, or a missing label of arrays. Default `MISSING_VALUES`. */
  missing?: readonly string[];
  /** Of IDX and NPY: the file of the labels. */
  labels?: string;
  /** Of NPZ: the array of the rows. Default: found by its name. */
  x?: string;
  /** Of NPZ: the array of the labels. Default: found by its name. */
  y?: string;
  /** Of arrays: whether images are stored column by column. Default false. */
  transpose?: boolean;
}

/** Images in a folder, one folder a class. */
export interface ImageFolder {
  /** The folder. */
  images: string;
  /** The size that all images get. Default: that which they have in common. */
  shape?: readonly [height: number, width: number];
}

/** How the columns and labels of a file, or the images of a folder, are read so that they fit a model, or other data. */
export interface Reading {
  /** The features' names, in order; other columns are left out. Default: all columns are features. */
  columns?: readonly string[] | undefined;
  /** The column of a table that holds the labels, if it is there and the choice names none. */
  target?: string | number | undefined;
  /** The size of the images of a folder, if the choice names none. Default: that which they have in common. */
  imageShape?: readonly [height: number, width: number] | undefined;
  /** What labels are. Default: numbers, or true and false, when all of them are, else text. */
  labelType?: 'number' | 'text' | 'boolean' | undefined;
}
