import * as v from 'valibot';

import type { Contract } from './channel.js';
import {
  bytes,
  classNumbers,
  count,
  datasetFacts,
  datasetRef,
  doubles,
  fileArrays,
  imagePage,
  label,
  prediction,
  ranking,
  reading,
  rowNumbers,
  splitChoice,
  uri,
} from './values.js';

/** Hyper-parameters as JSON; the description of their estimator checks them. */
export const params = v.record(v.string(), v.unknown());

/** An estimator and its hyper-parameters: see `StepChoice` of @tenfold/runs. */
export const stepChoice = v.object({ name: v.string(), params });

/** An estimator and its hyper-parameters. */
export type StepChoice = v.InferOutput<typeof stepChoice>;

/** A classifier with the transformers before it, if there are any: see `EstimatorChoice` of @tenfold/runs. */
export const estimatorChoice = v.object({
  ...stepChoice.entries,
  preprocess: v.exactOptional(v.array(stepChoice)),
});

/** A classifier and its hyper-parameters. */
export type EstimatorChoice = v.InferOutput<typeof estimatorChoice>;

/** What to train. */
export const trainingJob = v.object({
  dataset: datasetRef,
  split: splitChoice,
  estimator: estimatorChoice,
  /** The most threads to compute on; as many as there are processors when it is left out. */
  threads: v.exactOptional(v.pipe(count, v.minValue(1))),
});

/** What to train. */
export type TrainingJob = v.InferOutput<typeof trainingJob>;

/** A figure that a fit reports: see `ProgressFigure` of @tenfold/base. */
export const progressFigure = v.object({
  name: v.string(),
  label: v.string(),
  scale: v.picklist(['linear', 'logarithmic']),
});

/** A figure that a fit reports after each iteration. */
export type ProgressFigure = v.InferOutput<typeof progressFigure>;

/** How an iteration of a fit ended. */
export const trainingPoint = v.object({
  /** The class whose problem is being solved, from 0; 0 unless it is one-vs-rest. */
  problem: count,
  iteration: count,
  /** The figures that the classifier's description names, by their names. */
  figures: v.record(v.string(), v.number()),
  /** Accuracy on some of the rows kept for testing, when it was looked at. */
  accuracy: v.optional(v.number()),
  /** Seconds since the fit began. */
  seconds: v.number(),
});

/** How an iteration of a fit ended. */
export type TrainingPoint = v.InferOutput<typeof trainingPoint>;

/** How a job goes. */
export const trainingProgress = v.variant('phase', [
  v.object({ phase: v.literal('loading') }),
  v.object({
    phase: v.literal('fitting'),
    /** How many problems are solved side by side: one, or with one-vs-rest one a class. */
    problems: count,
    /** The iterations since the last notice, the latest last; none while the start is prepared. */
    points: v.array(trainingPoint),
  }),
  v.object({ phase: v.literal('scoring') }),
]);

/** How a job goes. */
export type TrainingProgress = v.InferOutput<typeof trainingProgress>;

/** The figures of a run: see `TrainResult` of @tenfold/runs, which makes them. */
export const trainResult = v.looseObject({
  dataset: v.string(),
  split: v.object({
    testSize: v.number(),
    randomState: count,
    stratify: v.optional(v.boolean()),
    /** The data set that the model was tested on, when that is not a part of its own. */
    testDataset: v.optional(v.string()),
    nTrain: count,
    nTest: count,
  }),
  model: estimatorChoice,
  classes: v.array(label),
  nIter: v.nullable(count),
  converged: v.nullable(v.boolean()),
  objective: v.nullable(v.number()),
  trainLogLoss: v.nullable(v.number()),
  accuracy: v.number(),
  accuracyOn: v.picklist(['test', 'train']),
  confusionMatrix: v.array(v.array(count)),
  seconds: v.object({ load: v.number(), fit: v.number(), predict: v.number() }),
  run: v.nullable(v.string()),
});

/** The figures of a run. */
export type RunResult = v.InferOutput<typeof trainResult>;

/** How a model does on the rows that it was tested on. */
export const evaluation = v.object({
  facts: datasetFacts,
  /** The model's classes, which all numbers of classes below count. */
  classes: v.array(label),
  /** The rows of the data set. */
  rows: rowNumbers,
  /** The rows that it was trained on, in the order of the fit. */
  trainRows: rowNumbers,
  actual: classNumbers,
  predicted: classNumbers,
  /** Of each row at most three classes. */
  ...ranking.entries,
  /** How the data set was read, which `images` is to be told for the same rows. */
  reading,
});

/** How a model does on the rows that it was tested on. */
export type Evaluation = v.InferOutput<typeof evaluation>;

/** A data set, and how it is read; by default as it is written. */
const datasetRead = v.object({ dataset: datasetRef, reading: v.optional(reading) });

/** The rows of `fit` that vote on a row, the nearest first: see `Voter` of @tenfold/base. */
export const neighbors = v.object({
  /** Their numbers in `fit`. */
  indices: rowNumbers,
  /** The number of each one's class. */
  actual: classNumbers,
  distances: doubles,
  /** What each vote weighs. */
  weights: doubles,
  /** The rows one after the other, in the units of the data; null where the transformers of a pipeline cannot be turned back. */
  features: v.nullable(doubles),
  /** How many there are in all. */
  total: count,
  ...prediction.entries,
});

/** The rows of `fit` that vote on a row. */
export type Neighbors = v.InferOutput<typeof neighbors>;

/** The id of a model that was kept, and the features of one row. */
const oneRow = v.object({ model: v.string(), values: v.union([bytes, doubles]) });

/** What the training worker does for the extension host. */
export const trainingContract = {
  /** Makes ready what the next job will need: threads, and a data set when one is named. Also tells that it is alive. */
  prepare: { params: v.object({ dataset: v.optional(datasetRef) }), result: v.null() },
  /** The arrays of an IDX, NPY or NPZ file. */
  arrays: { params: v.object({ file: uri }), result: fileArrays },
  describe: { params: datasetRead, result: datasetFacts },
  /** The number of each row's class. */
  labels: { params: datasetRead, result: classNumbers },
  images: { params: v.object({ ...datasetRead.entries, rows: rowNumbers }), result: imagePage },
  /** Gives the files that the run's folder is to hold; the host writes them. */
  train: {
    params: trainingJob,
    result: v.object({ name: v.string(), files: v.record(v.string(), v.string()), result: trainResult }),
    notice: trainingProgress,
  },
  /**
   * `model`: the text of a model file. `isOwn`: the data set must be the very one that the model was trained on; else it
   * fails with a ChangedDatasetError.
   */
  evaluate: {
    params: v.object({
      model: v.string(),
      dataset: datasetRef,
      split: splitChoice,
      isOwn: v.optional(v.boolean()),
    }),
    result: evaluation,
  },
  /** Keeps a model under an id, for `predict`; the last few are kept. `text` is the model's file. */
  keepModel: { params: v.object({ id: v.string(), text: v.string() }), result: v.null() },
  /**
   * What a model says of rows of features, one after the other: of each `most` classes, by default all. `model` is the id of a model
   * that was kept; the result is null when there is none of that id any more.
   */
  predict: {
    params: v.object({
      model: v.string(),
      values: v.union([bytes, doubles]),
      count,
      most: v.exactOptional(count),
    }),
    result: v.nullable(prediction),
  },
  /** The nearest training rows of a row: at most `most` of them. Null as of `predict`. */
  neighbors: { params: v.object({ ...oneRow.entries, most: count }), result: v.nullable(neighbors) },
  /** A row as the last step of a pipeline is given it; of another model the row itself. Null as of `predict`. */
  transformRow: { params: oneRow, result: v.nullable(doubles) },
} satisfies Contract;

/** What the host does for the training worker. */
export const hostContract = {
  /** What changes when a file does: a text. */
  fileStamp: { params: v.object({ uri: v.string() }), result: v.string() },
  /** The bytes of a file, by its URI. */
  readFile: { params: v.object({ uri: v.string() }), result: bytes },
  /** What the reader of a data set found worth saying, a sentence each. */
  warn: { params: v.object({ dataset: v.string(), warnings: v.array(v.string()) }), result: v.null() },
} satisfies Contract;
