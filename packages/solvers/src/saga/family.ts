import type { OneVsRest } from '@tenfold/linalg';

import type { Objective } from '../types.js';

/** What a problem is at a point. */
export interface Evaluation {
  /** The mean loss with its L2 penalty. */
  readonly smooth: number;
  /** Its derivatives. */
  readonly gradient: Float64Array;
}

/** Problems on the same rows that step side by side: binary ones, or one softmax problem. */
export interface Family {
  /** Binary problems; none for softmax. */
  readonly binary: readonly OneVsRest[] | undefined;
  /** How many classes or binary problems there are. */
  readonly classes: number;
  /** The problems. */
  readonly members: readonly FamilyMember[];
  /** Each row's largest weight in one of the problems. */
  readonly rowWeights: Float64Array;
  /** The parameters of each problem, out of those of all as they lie in a run, which always have intercepts. */
  split(parameters: Float64Array): Float64Array[];
  /** The other way. */
  join(points: readonly Float64Array[]): Float64Array;
  /** Evaluates all problems, in doubles. */
  evaluate(points: readonly Float64Array[]): Promise<Evaluation[]>;
}

/** One of the problems. */
export interface FamilyMember {
  /** Evaluates this one alone. */
  readonly objective: Objective;
  /** The sum of its rows' weights. */
  readonly total: number;
  /** The share of the weight that each class has: of all classes, or of the positive one of two. */
  readonly shares: readonly number[];
}
