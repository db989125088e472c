import type { RunJob } from '@tenfold/runs';

import type { DataFlags, TestDataFlags } from '../../options/data-flags.js';
import type { EstimatorFlags } from '../../options/estimator-flags.js';
import type { CommonFlags, HeatmapFlags } from '../../options/flags.js';
import type { SplitFlags } from '../../options/split-flags.js';
import { chooseDataset } from '../../shared/choose-dataset.js';
import { chooseEstimator } from '../../shared/choose-estimator.js';
import { chooseSplit } from '../../shared/choose-split.js';
import { chooseTestData } from '../../shared/choose-test-data.js';
import { definedFields } from '../../shared/defined-fields.js';

/** The flags of `train`. */
export interface TrainFlags
  extends CommonFlags, DataFlags, TestDataFlags, SplitFlags, EstimatorFlags, HeatmapFlags {
  save?: string;
  runDir: string;
  run: boolean;
}

/** A plan of `train`: the job and the files to write. */
export interface TrainPlan {
  /** The job. */
  job: RunJob;
  /** The most threads to compute on; undefined for as many as there are processors. */
  threads: number | undefined;
  /** Where the model goes, if anywhere. */
  save: string | undefined;
  /** The folder that keeps the runs, or undefined to keep none. */
  runs: string | undefined;
  /** The picture of the confusion matrix, if one is wanted. */
  heatmap: { file: string; style: string } | undefined;
}

/**
 * Plans a training run from the command line.
 *
 * @throws UsageError when flags do not go together
 */
export function planTrain(name: string | undefined, flags: TrainFlags): TrainPlan {
  const { save, run, runDir, heatmap, style } = flags;
  return {
    job: {
      dataset: chooseDataset(name, flags),
      ...definedFields({ test: chooseTestData(flags) }),
      split: chooseSplit(flags),
      estimator: chooseEstimator(flags),
    },
    threads: flags.threads,
    save,
    runs: run ? runDir : undefined,
    heatmap: heatmap === undefined ? undefined : { file: heatmap, style },
  };
}
