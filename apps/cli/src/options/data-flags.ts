import type { Command } from 'commander';
import type { LabelType } from 'tenfold';

import { choice } from './choice.js';
import { collect, collectList, parseDelimiter, parseMissing, parseShape } from './parse.js';

/** The flags that say how a table is read. */
export interface TableFlags {
  target?: string;
  delimiter?: string;
  decimal?: string;
  labelType?: string;
  /** False with --no-header. */
  header?: boolean;
  drop?: string[];
  missing?: string[];
  /** Only `predict` has it. */
  idColumn?: string;
}

/** The flags that say where rows and labels are in files of arrays. */
export interface ArrayFlags {
  labels?: string | undefined;
  x?: string | undefined;
  y?: string | undefined;
  transpose?: boolean;
}

/** The flags that say where MNIST is. */
export interface NamedDataFlags {
  dataHome?: string;
  order?: string;
  mirror?: string[];
}

/** The flags that choose the data. */
export interface DataFlags extends NamedDataFlags, TableFlags, ArrayFlags {
  data?: string;
  images?: string;
  resize?: readonly [height: number, width: number];
}

/** The flags that bring a test part of its own. */
export interface TestDataFlags {
  testData?: string;
  testLabels?: string;
  testX?: string;
  testY?: string;
  testImages?: string;
}

/** Adds the choice of the data: a data set by its name, files, or a folder of images. */
export function addData(command: Command): Command {
  return addArrays(addTable(addFiles(addNamedData(command))));
}

/** Adds where a data set that has a name is looked for. */
export function addNamedData(command: Command): Command {
  return command
    .optionsGroup('Data:')
    .option(
      '--data-home <folder>',
      'where MNIST is looked for and kept (default: TENFOLD_DATA, or the cache)',
    )
    .addOption(
      choice('--order <order>', "MNIST's rows: original (default), or mldata, sorted by label", [
        'original',
        'mldata',
      ]),
    )
    .option('--mirror <url>', 'download MNIST from here; may be given several times', collect);
}

function addFiles(command: Command): Command {
  return command
    .optionsGroup('Files of your own:')
    .option(
      '--data <file>',
      'CSV, IDX, NPY or NPZ, gzipped or not, instead of a named data set; - reads a CSV from standard input',
    )
    .option('--images <folder>', 'PNG and JPEG images, a folder a class')
    .option(
      '--missing <texts>',
      'what stands for a missing value of a CSV, or a missing label of arrays, separated by commas (default: NA, nan, null, None and the like); an empty one always does',
      parseMissing,
    )
    .option(
      '--resize <height>x<width>',
      'with --images: the size that all of them get (default: the size of those of the model, or that which they have)',
      parseShape('--resize'),
    );
}

const LABEL_TYPES = ['auto', 'number', 'text', 'boolean'] satisfies LabelType[];

function addTable(command: Command): Command {
  return command
    .option('--target <column>', 'CSV: the column of the labels; with --no-header its number, from 0')
    .option('--drop <columns>', 'CSV: columns to leave out, separated by commas', collectList('--drop'))
    .option('--delimiter <character>', 'CSV: what separates cells (default: found by itself)', parseDelimiter)
    .addOption(choice('--decimal <mark>', 'CSV: the decimal mark, . (default) or ,', ['.', ',']))
    .addOption(
      choice(
        '--label-type <type>',
        'CSV: what labels are: auto (default), number, text or boolean',
        LABEL_TYPES,
      ),
    )
    .option('--no-header', 'CSV: the first line is a row like all others');
}

function addArrays(command: Command): Command {
  return command
    .option('--labels <file>', 'IDX or NPY: the file of the labels')
    .option('--x <name>', 'NPZ: the array of the rows')
    .option('--y <name>', 'NPZ: the array of the labels')
    .option('--transpose', 'images are stored column by column, as those of EMNIST');
}

/** Adds a test part that is kept in files of its own. */
export function addTestData(command: Command): Command {
  return command
    .optionsGroup('A test part of its own:')
    .option('--test-data <file>', 'a file like that of --data: test on its rows, train on all of the data')
    .option('--test-labels <file>', 'IDX or NPY: the file of its labels')
    .option('--test-x <name>', 'NPZ: the array of its rows')
    .option('--test-y <name>', 'NPZ: the array of its labels')
    .option('--test-images <folder>', 'images like those of --images');
}
