/**
 * What a fit reports after each step of its work: an iteration, a tree. The definition's `progress` says what a step is and
 * which figures there are.
 */
export interface FitReport<Figure extends string = string> {
  /** Steps done, of all problems together: one more with each report. */
  readonly done: number;
  /** The most steps that there can be; a fit may end before. */
  readonly total: number;
  /** Which problem the step belongs to, from 0: with one-vs-rest there is one for each class. */
  readonly problem: number;
  /** How many problems are solved side by side; 1 where the fit is a single one. */
  readonly problems: number;
  /** Steps done of this problem, from 1. */
  readonly iteration: number;
  /** Measures of this problem after the step, by their names in the definition. */
  readonly figures: Readonly<Record<Figure, number>>;
  /**
   * The model as it stands, of estimators with the view `linear-weights`: copies its weights when it is called, within the
   * listener. With one-vs-rest a class whose solver has not reported an iteration yet has weights of 0.
   */
  readonly weights?: (() => FitWeights) | undefined;
}

/** A linear model's weights. */
export interface FitWeights {
  /** One coefficient a feature, for each class. */
  readonly coef: readonly Float64Array[];
  /** One intercept a class. */
  readonly intercept: readonly number[];
}
