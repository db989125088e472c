import type { Command } from 'commander';

import { choice } from './choice.js';
import { addData, type DataFlags } from './data-flags.js';
import { addEstimator, addParams, type EstimatorFlags } from './estimator-flags.js';
import { addPreprocess } from './preprocess-flags.js';
import { parseCount, parseRange, parseRows, parseShape, type RowRange } from './parse.js';
import { addSplit, type SplitFlags } from './split-flags.js';

/** The flags that every command has. */
export interface CommonFlags {
  json?: boolean;
  quiet?: boolean;
  progress: boolean;
  color: boolean;
  debug?: boolean;
}

/** The flags of a command that takes a fitted model or trains one. */
export interface FittedFlags extends DataFlags, SplitFlags, EstimatorFlags {
  model?: string;
  part?: string;
}

/** The flags of a heatmap. */
export interface HeatmapFlags {
  heatmap?: string;
  style: string;
}

/** The flags of pictures of images. */
export interface ImageFlags {
  shape?: readonly [height: number, width: number];
  range?: readonly [low: number, high: number];
}

/** The part of the rows that a command looks at, as --rows gives it. */
export interface RowFlags {
  rows?: RowRange;
}

export const styles = ['tenfold', 'seaborn', 'matplotlib'] as const;
export const parts = ['test', 'train', 'all'] as const;

/** The heading of what every command has. */
export const commonGroup = 'Every command:';

/** Adds what every command has. */
export function addCommon(command: Command): Command {
  return command
    .optionsGroup(commonGroup)
    .option('--json', 'print one JSON object on standard output, everything else on standard error')
    .option('-q, --quiet', 'print results and errors only')
    .option('--no-progress', 'show no progress bar')
    .option('--no-color', 'print without colours (NO_COLOR does the same)')
    .option('--debug', 'show the stack of an error');
}

/** Adds the choice of the estimator and its hyper-parameters. */
export function addModel(command: Command): Command {
  return addPreprocess(addThreads(addParams(addEstimator(command))));
}

/** Adds the number of threads. */
export function addThreads(command: Command): Command {
  return command.option(
    '--threads <count>',
    'the most threads to compute on (default: as many as there are processors); the model is the same',
    parseCount('--threads', 1),
  );
}

/** Adds the choice between a model file and training one on the spot. */
export function addFitted(command: Command): Command {
  command
    .optionsGroup('What to look at:')
    .option('--model <file>', 'a model that train --save wrote; without it one is trained first')
    .addOption(choice('--part <part>', 'the rows to look at: test, train or all', parts));
  return addModel(addSplit(addData(command)));
}

/** Adds the heatmap of the confusion matrix. */
export function addHeatmap(command: Command): Command {
  return command
    .option('--heatmap <file>', 'draw the confusion matrix to a .svg, .png or .html file')
    .addOption(
      choice(
        '--style <style>',
        'the style of the heatmap: tenfold (default), seaborn or matplotlib',
        styles,
      ).default('tenfold'),
    );
}

/** Adds how images are drawn. */
export function addImages(command: Command): Command {
  return command
    .option(
      '--shape <shape>',
      'height and width of an image, such as 28x28 (default: that of the data set, or square)',
      parseShape('--shape'),
    )
    .option(
      '--range <low:high>',
      'the values that are black and white, such as 0:255 or -1:1 (default: that of a named data set, or the smallest and the largest shown)',
      parseRange,
    );
}

/** Adds the choice of rows. */
export function addRows(command: Command): Command {
  return command.option('--rows <range>', 'the rows, as Python slices them: 0:10, 5:, :5 or 3', parseRows);
}
