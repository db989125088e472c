import type { LogisticRegressionSettings } from '../settings.js';
import type { PenaltyName } from './penalty.js';

/** What a solver of `LogisticRegression` can do: rules, messages and the choice of one are made of it. */
export interface SolverTraits {
  /** What it is, in a few words. */
  readonly doc: string;
  /** The penalties that it takes. */
  readonly penalties: readonly PenaltyName[];
  /** Those of its dual form; none when it has no such form. */
  readonly dualPenalties: readonly PenaltyName[];
  /** Whether it fits one softmax model of three classes or more. */
  readonly multinomial: boolean;
  /** Whether `tol` may be 0. */
  readonly zeroTol: boolean;
  /** Whether it begins from the coefficients of the fit before, with `warmStart`. */
  readonly warmStart: boolean;
}

/** The name of a solver. */
export type SolverName = LogisticRegressionSettings['solver'];

/** Every solver, in the order of the option's description; the default is lbfgs. */
export const SOLVERS: Readonly<Record<SolverName, SolverTraits>> = {
  auto: {
    doc: 'lbfgs, or with L1 coordinate descent in working sets',
    penalties: ['l2', 'l1', 'elasticnet', 'none'],
    dualPenalties: [],
    multinomial: true,
    zeroTol: true,
    warmStart: true,
  },
  lbfgs: {
    doc: 'limited-memory BFGS, preconditioned',
    penalties: ['l2', 'none'],
    dualPenalties: [],
    multinomial: true,
    zeroTol: true,
    warmStart: true,
  },
  liblinear: {
    doc: 'LIBLINEAR’s trust-region Newton method, or coordinate descent with `dual`; Newton steps by coordinate descent with l1',
    penalties: ['l2', 'l1'],
    dualPenalties: ['l2'],
    multinomial: false,
    zeroTol: false,
    warmStart: false,
  },
  'newton-cg': {
    doc: 'truncated Newton steps by conjugate gradients, preconditioned',
    penalties: ['l2', 'none'],
    dualPenalties: [],
    multinomial: true,
    zeroTol: true,
    warmStart: true,
  },
  'newton-cholesky': {
    doc: 'Newton’s own steps by a factored Hessian of (features · classes)² numbers, for few of them',
    penalties: ['l2', 'none'],
    dualPenalties: [],
    multinomial: true,
    zeroTol: true,
    warmStart: true,
  },
  sag: {
    doc: 'stochastic average gradients',
    penalties: ['l2', 'none'],
    dualPenalties: [],
    multinomial: true,
    zeroTol: true,
    warmStart: true,
  },
  saga: {
    doc: 'the same, unbiased',
    penalties: ['l2', 'l1', 'elasticnet', 'none'],
    dualPenalties: [],
    multinomial: true,
    zeroTol: true,
    warmStart: true,
  },
};

/** The names of the solvers with a trait, for messages. */
export function solversWith(has: (traits: SolverTraits) => boolean): string {
  const names = Object.entries(SOLVERS).filter(([, traits]) => has(traits));
  return names.map(([name]) => name).join(', ') || 'none';
}
