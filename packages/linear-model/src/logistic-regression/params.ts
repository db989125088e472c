import {
  boolean,
  choice,
  classWeights,
  integer,
  nullable,
  number,
  onlyInCode,
  type Param,
  type ParamsOf,
} from '@tenfold/base';
import type { Label } from '@tenfold/linalg';

import type { LogisticRegressionOptions } from './options.js';
import type { LogisticRegressionSettings } from './settings.js';
import type { PenaltyName } from './solvers/penalty.js';
import { SOLVERS, solversWith } from './solvers/traits.js';

/** The hyper-parameters of `LogisticRegression`. */
export const params: ParamsOf<LogisticRegressionOptions, LogisticRegressionSettings> = {
  solver: choice(['auto', 'lbfgs', 'liblinear', 'newton-cg', 'newton-cholesky', 'sag', 'saga'], {
    default: 'lbfgs',
    doc: solverDoc(),
    ask: true,
  }),
  penalty: penalty(),
  C: number({
    above: 0,
    infinite: true,
    default: 1,
    doc: 'Inverse strength of the penalty: the smaller, the stronger; Infinity is no penalty. Ignored without a penalty.',
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
  interceptPenalty: boolean({
    default: true,
    doc: 'Whether the weight that carries the intercept is penalised, liblinear only: the other solvers never do. Not penalised, there is no dual.',
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
    doc: 'Tolerance of the stopping rule, above 0 with liblinear. lbfgs, newton-cg and newton-cholesky: the largest absolute entry of the gradient of the mean loss with its penalty; liblinear: see `trainLiblinear` of `@tenfold/solvers`; sag and saga: the largest change of a weight in a pass over the rows, as a share of the largest weight.',
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
    doc: 'How the solver is preconditioned. gram starts it from the curvature that the Gram matrix of (up to 12,000 of) the rows has: the same optimum in far fewer iterations. none walks in scikit-learn’s steps, iteration by iteration. auto decides by the size of the data: plain steps first where they are cheap, gram where they are not, for liblinear above 262,144 stored cells. The dual solver, sag and saga know none.',
  }),
  randomState: integer({
    min: 0,
    max: 2 ** 32 - 1,
    default: 0,
    doc: 'Seed of the order of the rows in liblinear’s dual solver, sag and saga. The other solvers use no random numbers.',
  }),
};

/** The solvers, in the words of their traits. */
function solverDoc(): string {
  const words = Object.entries(SOLVERS).map(([name, { doc }]) => `${name} (${doc})`);
  return `The optimiser: ${words.join('; ')}. The default is scikit-learn’s since 0.22; before, and in tutorials of that time, it was liblinear.`;
}

/** The penalty; what the default solver does not take is refused with it, by a rule. */
function penalty(): Param<LogisticRegressionSettings['penalty']> {
  const words = nullable(
    choice(['auto', 'l2', 'l1', 'elasticnet'], {
      default: 'auto',
      doc: `The penalty on the weights: l2 (${takers('l2')}), l1 (${takers('l1')}), elasticnet, a mix of them by l1Ratio (${takers('elasticnet')}), or none (${takers('none')}); auto, the default, goes by l1Ratio.`,
    }),
  );
  return { ...words, bounds: { ...words.bounds, accepted: ['auto', 'l2', null] } };
}

function takers(name: PenaltyName): string {
  return solversWith(({ penalties }) => penalties.includes(name));
}

function l1Ratio(): Param<number> {
  const ratio = number({
    min: 0,
    max: 1,
    default: 0,
    doc: 'The share of L1 in the penalty: 0 is pure L2, 1 is pure L1, anything between is scikit-learn’s elastic net.',
  });
  return { ...ratio, bounds: { ...ratio.bounds, accepted: [0] } };
}

/** Whether settings mean one softmax model for these classes. */
export function isMultinomial(
  { solver, multiClass }: Pick<LogisticRegressionSettings, 'solver' | 'multiClass'>,
  classes: readonly Label[],
): boolean {
  return classes.length > 2 && SOLVERS[solver].multinomial && multiClass !== 'ovr';
}
