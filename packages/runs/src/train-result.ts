import type { Label } from '@tenfold/linalg';

/** How the rows were split. */
export interface SplitResult {
  /** As it was asked for: a fraction, a number of rows, or 0 when nothing was kept for testing. */
  testSize: number;
  /** The seed. */
  randomState: number;
  /** True when both parts keep the proportions of the classes. */
  stratify?: boolean;
  /** The name of the data set that the rows kept for testing are, when they are one of their own. */
  testDataset?: string;
  /** Rows trained on. */
  nTrain: number;
  /** Rows kept for testing. */
  nTest: number;
}

/** Seconds of wall-clock time. */
export interface Seconds {
  /** Reading the data. */
  load: number;
  /** Training. */
  fit: number;
  /** Predicting the rows that were scored. */
  predict: number;
}

/** An estimator by the name of its class, with every hyper-parameter as JSON. */
export interface TrainedStep {
  name: string;
  params: Record<string, unknown>;
}

/** The estimator of a run. */
export interface TrainedModel extends TrainedStep {
  /** The transformers that prepare its rows, in their order; left out when there are none. */
  preprocess?: TrainedStep[];
}

/** Values of hyper-parameters by name. JSON has no Infinity. */
export type BestParams = Record<string, number | 'Infinity'>;

/** What came out of a training run: the object that `tenfold train --json` prints. */
export interface TrainResult {
  /** The data set's name, or the name of the CSV file. */
  dataset: string;
  /** How the rows were split. */
  split: SplitResult;
  /** The estimator and every hyper-parameter of it; of a pipeline its last step, with the transformers before. */
  model: TrainedModel;
  /** The classes, in the order of the confusion matrix. */
  classes: Label[];
  /** The most threads that it could compute on; null when that was left open. */
  threads?: number | null | undefined;
  /** The hyper-parameters that the estimator chose itself; left out where it chooses none. */
  bestParams?: BestParams;
  /** Iterations of the solver; of one-vs-rest, the largest of its classes. Null of an estimator without iterations. */
  nIter: number | null;
  /** Whether the solver's stopping rule was met; null without iterations. */
  converged: boolean | null;
  /** The objective's value at the end, with the penalty; of one-vs-rest, the sum over its classes. Null without one. */
  objective: number | null;
  /** Mean log loss of the training rows, without the penalty; null without probabilities, or where it is infinite or expensive. */
  trainLogLoss: number | null;
  /** Share of the rows that were predicted right. */
  accuracy: number;
  /** The rows behind `accuracy` and `confusionMatrix`: the training rows when none were kept for testing. */
  accuracyOn: 'test' | 'train';
  /** Rows: actual; columns: predicted. */
  confusionMatrix: number[][];
  /** How long each step took. */
  seconds: Seconds;
  /** The run's folder, or null when none was kept. */
  run: string | null;
}
