import {
  boolean,
  type CheckedClassWeight,
  choice,
  classWeights,
  forbid,
  integer,
  nullable,
  number,
  onlyInCode,
  type Param,
  type ParamsOf,
  type Rule,
} from '@tenfold/base';
import { checkNumber, ParameterError } from '@tenfold/core';
import type { Label } from '@tenfold/linalg';

import type { LogisticRegressionOptions } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface LogisticRegressionSettings {
  readonly solver: 'lbfgs' | 'liblinear';
  readonly penalty: 'l2' | null;
  readonly C: number;
  readonly l1Ratio: number;
  readonly dual: boolean;
  readonly fitIntercept: boolean;
  readonly interceptScaling: number;
  readonly classWeight: CheckedClassWeight;
  readonly multiClass: 'auto' | 'ovr' | 'multinomial';
  readonly tol: number;
  readonly maxIter: number;
  readonly warmStart: boolean;
  readonly preconditioner: 'auto' | 'none' | 'gram';
  readonly randomState: number;
}

/** The hyper-parameters of `LogisticRegression`. */
export const params: ParamsOf<LogisticRegressionOptions, LogisticRegressionSettings> = {
  solver: choice(['lbfgs', 'liblinear'], {
    default: 'lbfgs',
    doc: 'The optimiser: lbfgs, the default as in scikit-learn since 0.22 (before, and in tutorials of that time, it was liblinear), or liblinear: LIBLINEAR’s trust-region Newton method, or coordinate descent with `dual`.',
    ask: true,
  }),
  penalty: penalty(),
  C: number({
    above: 0,
    infinite: true,
    default: 1,
    doc: 'Inverse strength of the penalty: the smaller, the stronger; Infinity is no penalty (lbfgs only). Ignored without a penalty.',
    ask: true,
  }),
  l1Ratio: l1Ratio(),
  dual: boolean({ default: false, doc: 'Whether to solve the dual problem: liblinear only.' }),
  fitIntercept: boolean({ default: true, doc: 'Whether there is an intercept.' }),
  interceptScaling: number({
    above: 0,
    default: 1,
    doc: 'The value of the constant feature that carries the intercept, liblinear only. Its weight is penalised like any other, the less so the larger this is.',
  }),
  classWeight: classWeights(),
  multiClass: choice(['auto', 'ovr', 'multinomial'], {
    default: 'auto',
    doc: 'How three classes or more are treated: multinomial (one model of all classes, softmax; not with liblinear), ovr (each class against the rest), or auto: multinomial, except with liblinear. Two classes are always one binary model, as in scikit-learn since 1.7.',
    ask: true,
  }),
  tol: number({
    min: 0,
    default: 1e-4,
    doc: 'Tolerance of the stopping rule, above 0 with liblinear. lbfgs: the largest absolute entry of the gradient of the mean loss with its penalty; liblinear: see `trainLiblinear` of `@tenfold/solvers`.',
  }),
  maxIter: integer({ min: 1, default: 100, doc: 'The most iterations of the solver.', ask: true }),
  warmStart: onlyInCode(
    boolean({
      default: false,
      doc: 'Whether a second fit of the same estimator begins from the coefficients of the one before: the same optimum, sooner. liblinear ignores it.',
    }),
  ),
  preconditioner: choice(['auto', 'none', 'gram'], {
    default: 'auto',
    doc: 'How the solver is preconditioned. gram starts it from the curvature that the Gram matrix of (up to 12,000 of) the rows has: the same optimum in far fewer iterations. none walks in scikit-learn’s steps, iteration by iteration. auto decides by the size of the data: plain steps first where they are cheap, gram where they are not, for liblinear above 262,144 stored cells. The dual solver knows none.',
  }),
  randomState: integer({
    min: 0,
    max: 2 ** 32 - 1,
    default: 0,
    doc: 'Seed of liblinear’s dual solver. The other solvers use no random numbers.',
  }),
};

/** What must hold between them. */
export const rules: readonly Rule<LogisticRegressionSettings>[] = [
  forbid({ solver: 'lbfgs', dual: true }, 'dual', 'false with the solver lbfgs'),
  forbid({ solver: 'liblinear', penalty: null }, 'penalty', "'l2' with the solver liblinear"),
  forbid(
    { solver: 'liblinear', C: Infinity },
    'C',
    'finite with the solver liblinear, which always has a penalty',
  ),
  forbid({ solver: 'liblinear', tol: 0 }, 'tol', 'above 0 with the solver liblinear'),
  forbid(
    { solver: 'liblinear', multiClass: 'multinomial' },
    'multiClass',
    'ovr or auto with the solver liblinear',
  ),
];

function penalty(): Param<'l2' | null> {
  const words = nullable(
    choice(['l2'], { default: 'l2', doc: 'The penalty on the weights: l2, or none (lbfgs only).' }),
  );
  const expected =
    "'l2' or null (none); l1 and elasticnet are not offered by the solvers lbfgs and liblinear here";
  const check = (owner: string, name: string, value: unknown) => {
    if (value === 'l2' || value === null) return value;
    throw new ParameterError(owner, name, expected, value);
  };
  return { ...words, check, bounds: { accepted: ['l2', null], refused: ['l1', 'elasticnet', 'none', 0] } };
}

function l1Ratio(): Param<number> {
  const ratio = number({
    min: 0,
    max: 0,
    default: 0,
    doc: 'The mix of L1 and L2 in scikit-learn’s elastic net. Only 0, pure L2, is offered.',
  });
  const check = (owner: string, name: string, value: unknown) => {
    if (checkNumber(owner, name, value, { min: 0, max: 1 }) === 0) return 0;
    throw new ParameterError(owner, name, '0, the pure L2 penalty, as no other is offered', value);
  };
  return { ...ratio, check };
}

/** Whether settings mean one softmax model for these classes. */
export function isMultinomial(
  { solver, multiClass }: Pick<LogisticRegressionSettings, 'solver' | 'multiClass'>,
  classes: readonly Label[],
): boolean {
  return classes.length > 2 && solver !== 'liblinear' && multiClass !== 'ovr';
}
