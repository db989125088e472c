import type { ParamsOf } from '../params/param.js';
import type { Rule } from '../params/rules.js';
import type { StateCodec } from '../state/state-codec.js';

/** What an estimator can do with what it is given. */
export interface Tags {
  /**
   * Whether it computes with the cells of a `CsrMatrix` that are stored: its fit and its predictions then get design matrices of
   * either kind. Otherwise a `CsrMatrix` is refused, and predictions get dense rows. Default false.
   */
  readonly sparse?: boolean | undefined;
  /** Whether rows may weigh differently in `fit`. */
  readonly sampleWeight: boolean;
  /** Whether labels of a single class are enough. */
  readonly oneClass: boolean;
  /** Whether predicting a row walks through the rows of `fit`, so that predicting all of these is expensive. */
  readonly lazy: boolean;
  /**
   * Whether its fit splits the rows into parts, so that rows that are given twice, or weigh nothing, change more than their
   * number does. Default false.
   */
  readonly splitsRows?: boolean | undefined;
  /** Whether its rows can be given in any order without a change of the fitted state, up to rounding. */
  readonly orderFree: boolean;
}

/** Named settings of an estimator, which comparisons and forms offer. */
export interface Preset<Options> {
  /** The word for it on a command line. */
  readonly id: string;
  /** What it is, in a few words. */
  readonly summary: string;
  readonly options: Readonly<Options>;
}

/** What a fit reports as it goes: see `FitReport`. */
export interface ProgressDescription {
  /** What is counted, in the singular: `iteration`, `tree`. */
  readonly step: string;
  /** What is measured after each step; the first is shown where there is room for one. May be empty. */
  readonly figures: readonly ProgressFigure[];
}

/** A figure that a fit reports after each step. */
export interface ProgressFigure {
  /** Its name among the report's figures. */
  readonly name: string;
  /** What it is called beside a curve. */
  readonly label: string;
  readonly scale: 'linear' | 'logarithmic';
}

/**
 * What can be looked at in a fitted estimator, which then has the members of `HasLinearWeights`, `HasNeighbors` (the rows of
 * `fit` that vote on another) or `HasClassFigures` (what is typical of each class).
 */
export type View = 'linear-weights' | 'neighbors' | 'class-means';

/** All that is known of an estimator without fitting it. */
export interface EstimatorDefinition<Options extends object, Settings extends object, State> {
  /** Its class name, which messages and files have: scikit-learn's. */
  readonly name: string;
  /** Its name on command lines, in tasks and in names of folders: `knn`. */
  readonly id: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** Its hyper-parameters, in the order in which they are listed. */
  readonly params: ParamsOf<Options, Settings>;
  /** What must hold between them. */
  readonly rules: readonly Rule<Settings>[];
  readonly tags: Tags;
  readonly presets: readonly Preset<Options>[];
  /** What a fit reports as it goes; null when it reports nothing. */
  readonly progress: ProgressDescription | null;
  readonly views: readonly View[];
  /** The fitted state as tensors and plain facts, and back. */
  readonly state: StateCodec<Settings, State>;
}

/** A definition of whatever options, settings and state. */
// The parameters stand in both directions, so that only `any` lets every definition be one of these.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDefinition = EstimatorDefinition<any, any, any>;
