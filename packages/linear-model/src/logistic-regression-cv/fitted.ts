import type { Matrix } from '@tenfold/linalg';

import type { LinearWeights } from '../logistic-regression/fitted.js';

/** A value for each fold, share of L1 and value of C. */
export type FoldTable<T> = readonly (readonly (readonly T[])[])[];

/** What the search leaves. */
export interface SearchState extends LinearWeights {
  /** The scores of held-out rows. */
  readonly scores: FoldTable<number>;
  /** Iterations of each fit; with one-vs-rest, the most of a class. */
  readonly nIter: FoldTable<number>;
  /** The coefficients of each fit, the intercept last where there is one; undefined of a model that was read from a file. */
  readonly coefsPaths: FoldTable<Matrix> | undefined;
  /** Whether every fit met its stopping rule. */
  readonly converged: boolean;
}
