import type { DatasetChoice, EstimatorChoice, SplitChoice } from '@tenfold/runs';

import { attributeOf } from '../options/estimator-flags.js';
import { flagOf } from '../options/flag-of.js';
import { type FittedFlags, parts } from '../options/flags.js';
import { UsageError } from '../usage-error.js';
import { chooseDataset } from './choose-dataset.js';
import { chooseEstimator, givenParams } from './choose-estimator.js';
import { givenPreprocessFlags } from './choose-preprocess.js';
import { chooseSplit, namesSplit } from './choose-split.js';

/** The rows that a command looks at. */
export type PartName = (typeof parts)[number];

/** Which model a command looks at, and on which rows. */
export interface FittedPlan {
  /** The data. */
  dataset: DatasetChoice;
  /** A model's file, or the estimator to be trained first. */
  model: { file: string } | { estimator: EstimatorChoice };
  /** The most threads to compute on; undefined for as many as there are processors. */
  threads: number | undefined;
  /** The split: of a model's file, where given here, it overrides the one in the file. */
  split: SplitChoice | undefined;
  /** The rows, where they were named. */
  part: PartName | undefined;
}

/**
 * Plans where a command's model comes from.
 *
 * @throws UsageError when flags do not go together
 */
export function planFitted(name: string | undefined, flags: FittedFlags): FittedPlan {
  const { model } = flags;
  const dataset = chooseDataset(name, flags, { labels: model === undefined ? 'needed' : 'optional' });
  const part = choosePart(flags.part);
  const { threads } = flags;
  if (model === undefined)
    return {
      dataset,
      model: { estimator: chooseEstimator(flags) },
      threads,
      split: chooseSplit(flags),
      part,
    };
  const first = [
    ...(flags.estimator === undefined ? [] : ['--estimator']),
    ...Object.keys(givenParams(flags)).map((param) => flagOf(attributeOf(param))),
    ...givenPreprocessFlags(flags),
  ].at(0);
  if (first !== undefined) {
    throw new UsageError(
      `--model brings its own hyper-parameters, got ${first} as well`,
      'leave one of the two out',
    );
  }
  return {
    dataset,
    model: { file: model },
    threads,
    split: namesSplit(flags) ? chooseSplit(flags) : undefined,
    part,
  };
}

function choosePart(part: string | undefined): PartName | undefined {
  if (part === undefined) return undefined;
  const found = parts.find((name) => name === part);
  if (found !== undefined) return found;
  throw new UsageError(`--part must be one of ${parts.join(', ')}, got ${JSON.stringify(part)}`);
}
