/** What an iterative fit reports after each iteration. Which figures it has, the definition's `progress` says. */
export interface FitReport {
  /** Which problem is being solved, from 0: with one-vs-rest there is one for each class. */
  readonly problem: number;
  /** How many problems there are. */
  readonly problems: number;
  /** Iterations done of this problem, from 1. */
  readonly iteration: number;
  /** Iterations done of all problems together, which are solved side by side: one more with each report. */
  readonly iterations: number;
  /** The objective's value now, in the solver's scale. */
  readonly loss: number;
  /** The gradient's norm that the solver's stopping rule looks at; each solver says which. */
  readonly gradNorm: number;
  /**
   * The model as it stands: copies its weights when it is called, within the listener. With one-vs-rest a class whose
   * solver has not reported an iteration yet has weights of 0.
   */
  readonly weights: () => FitWeights;
}

/** A linear model's weights. */
export interface FitWeights {
  /** One coefficient a feature, for each class. */
  readonly coef: readonly Float64Array[];
  /** One intercept a class. */
  readonly intercept: readonly number[];
}
