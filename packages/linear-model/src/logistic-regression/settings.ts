import type { CheckedClassWeight } from '@tenfold/base';

/** Options that have been checked, with the defaults filled in. */
export interface LogisticRegressionSettings {
  readonly solver: 'auto' | 'lbfgs' | 'liblinear' | 'newton-cg' | 'newton-cholesky' | 'sag' | 'saga';
  readonly penalty: 'auto' | 'l2' | 'l1' | 'elasticnet' | null;
  readonly C: number;
  readonly l1Ratio: number;
  readonly dual: boolean;
  readonly fitIntercept: boolean;
  readonly interceptScaling: number;
  readonly interceptPenalty: boolean;
  readonly classWeight: CheckedClassWeight;
  readonly multiClass: 'auto' | 'ovr' | 'multinomial';
  readonly tol: number;
  readonly maxIter: number;
  readonly warmStart: boolean;
  readonly preconditioner: 'auto' | 'none' | 'gram';
  readonly randomState: number;
}
