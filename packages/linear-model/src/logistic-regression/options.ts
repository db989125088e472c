import type { ClassWeight } from '@tenfold/base';

/** The hyper-parameters of `LogisticRegression`: scikit-learn's, in camel case. */
export interface LogisticRegressionOptions {
  /**
   * `'auto'`: lbfgs, or where the penalty has L1 coordinate descent in working sets; `solverUsed` says which, and why.
   * `'lbfgs'` (default, as in scikit-learn since 0.22; before, and in tutorials of that time, the default was
   * liblinear), `'liblinear'`: LIBLINEAR's trust-region Newton method, or coordinate descent with `dual`; with the penalty
   * `'l1'` Newton steps by coordinate descent; `'newton-cg'`: truncated Newton steps; `'newton-cholesky'`: Newton's own steps, by
   * a Hessian of (features · classes)² numbers; or `'sag'` and `'saga'`: stochastic average gradients, which are at their best on
   * many rows of features of like scales.
   */
  solver?: 'auto' | 'lbfgs' | 'liblinear' | 'newton-cg' | 'newton-cholesky' | 'sag' | 'saga';
  /**
   * `'l2'`, `'l1'`, `'elasticnet'` (a mix of the two, by `l1Ratio`), null for none, or `'auto'` (default): by `l1Ratio` alone, as
   * scikit-learn since 1.8. Not every solver takes every one: an error says which does.
   */
  penalty?: 'auto' | 'l2' | 'l1' | 'elasticnet' | null;
  /**
   * Inverse strength of the penalty, above 0. Default 1. The smaller, the stronger; Infinity is no penalty. Ignored
   * without a penalty.
   */
  C?: number;
  /**
   * The share of L1 in the penalty, 0 to 1: l1Ratio·‖w‖₁ + (1 - l1Ratio)·½·‖w‖². Default 0: pure L2. Other than 0 it goes with the
   * penalties `'auto'` and `'elasticnet'`.
   */
  l1Ratio?: number;
  /** Solve the dual problem: liblinear only. Default false. */
  dual?: boolean;
  /** Whether there is an intercept. Default true. */
  fitIntercept?: boolean;
  /**
   * liblinear only: the value of the constant feature that carries the intercept, above 0. Its weight is penalised
   * like any other, the less so the larger this is. Default 1.
   */
  interceptScaling?: number;
  /**
   * liblinear only: whether the intercept's weight is penalised, as LIBLINEAR does. Default true. The other solvers never
   * penalise it; false makes liblinear's objective theirs. There is no dual then.
   */
  interceptPenalty?: boolean;
  /**
   * Weights of the classes: an object or a Map from label to weight (0 or more; 1 for a class that it does not
   * name; the weight of a label that is not in y is ignored when all labels in y are named), or `'balanced'` for weights inversely proportional to how often a class occurs. Default: 1 each.
   */
  classWeight?: ClassWeight;
  /**
   * For three classes or more: `'multinomial'` (one model of all classes, softmax; not with liblinear), `'ovr'`
   * (each class against the rest), or `'auto'` (default): multinomial, except with liblinear. Two classes are
   * always one binary model, as in scikit-learn since 1.7.
   */
  multiClass?: 'auto' | 'ovr' | 'multinomial';
  /**
   * Tolerance of the stopping rule, 0 or more (above 0 with liblinear). Default 1e-4. lbfgs and newton-cg: the largest
   * absolute entry of the gradient of the mean loss with its penalty; newton-cholesky: half the squared Newton decrement, too; liblinear: see `trainLiblinear` of `@tenfold/solvers`; sag and
   * saga: the largest change of a weight in a pass over the rows, as a share of the largest weight.
   */
  tol?: number;
  /** Most iterations of the solver, 1 or more. Default 100. */
  maxIter?: number;
  /**
   * Whether a second `fit` of the same estimator begins from the coefficients of the one before instead of from zero.
   * Default false. The optimum is the same; a path of values of C is faster. X and y must have as many features and
   * classes as before. liblinear ignores it, as in scikit-learn.
   */
  warmStart?: boolean;
  /**
   * `'gram'` starts the solver from the curvature that the Gram matrix of (up to 12,000 of) the rows has: the same
   * optimum in far fewer iterations. `'none'` walks in scikit-learn's steps, iteration by iteration. `'auto'` (default)
   * decides by the size of the data, so that it is never worse than `'none'`. lbfgs: plain steps where they are cheap,
   * helped after 30 of them or when they end; `'gram'` on larger data, except where it costs more than it saves or floats
   * do not hold the values; of sparse rows with fewer rows than columns its diagonal alone. liblinear: `'gram'` above 262,144 stored cells. The dual solver, sag and saga know none.
   */
  preconditioner?: 'auto' | 'none' | 'gram';
  /**
   * Seed of the order of the rows in liblinear's dual solver, sag and saga, 0 to 2^32 - 1. Default 0. The other solvers use
   * no random numbers.
   */
  randomState?: number;
}
