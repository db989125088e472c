import type { DatasetChoice, SplitChoice } from '@tenfold/runs';
import type { LogisticRegressionOptions } from 'tenfold';

import type { DataFlags, TestDataFlags } from '../../options/data-flags.js';
import type { CommonFlags, ModelFlags } from '../../options/flags.js';
import type { SplitFlags } from '../../options/split-flags.js';
import { chooseDataset } from '../../shared/choose-dataset.js';
import { chooseSplit } from '../../shared/choose-split.js';
import { chooseTestData } from '../../shared/choose-test-data.js';
import { modelOptions } from '../../shared/model-options.js';

/** The flags of `compare`. */
export interface CompareFlags extends CommonFlags, DataFlags, TestDataFlags, SplitFlags, ModelFlags {
  solvers: string[];
  output?: string;
}

/** One of the models to compare. */
export interface Contestant {
  /** As it was typed: "lbfgs:ovr". */
  name: string;
  /** Its hyper-parameters. */
  model: LogisticRegressionOptions;
}

/** What is compared. */
export interface ComparePlan {
  /** The data. */
  dataset: DatasetChoice;
  /** A test part of its own, if there is one. */
  test: DatasetChoice | undefined;
  /** The split, the same for all. */
  split: SplitChoice;
  /** The models, in the order in which they are trained. */
  contestants: Contestant[];
}

/**
 * Plans a comparison from the command line.
 *
 * @throws UsageError when flags do not go together
 */
export function planCompare(name: string | undefined, flags: CompareFlags): ComparePlan {
  return {
    dataset: chooseDataset(name, flags),
    test: chooseTestData(flags),
    split: chooseSplit(flags),
    contestants: flags.solvers.map((typed) => contestant(typed, flags)),
  };
}

function contestant(typed: string, flags: CompareFlags): Contestant {
  const [solver, ...way] = typed.split(':');
  const own = way.length === 0 ? { solver } : { solver, multiClass: way.join(':') };
  return { name: typed, model: modelOptions({ ...flags, ...own }) };
}
