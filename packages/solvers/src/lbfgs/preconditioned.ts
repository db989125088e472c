import { type DesignMatrix, storedValues } from '@tenfold/linalg';

import type { CertificateTask } from '../objectives/certificate.js';
import { certify, type DescentResult } from '../objectives/certify.js';
import type { PreconditionPlan } from '../preconditioners/plan.js';
import type { Objective, OnIteration, SolverResult } from '../types.js';
import { lbfgs } from './lbfgs.js';
import type { LbfgsProgress, Refreshed } from './options.js';

/** Multiply-adds of a pass over the rows above which steps are first taken in single precision. */
const MIXED_ABOVE = 100_000;

/**
 * A preconditioned run ends nearer to the optimum than the gradient's tolerance asks for, so that it is never worse than a
 * plain one: when the next step promises no more than this share of the value. Where iterations cost little, promises are
 * believed less.
 */
const PROMISES = { none: Infinity, late: 1e-11, early: 1e-9, diagonal: 1e-9 } as const;

/** How L-BFGS runs on a logistic objective. */
export interface LbfgsTraining {
  /** Stops when the gradient's largest absolute entry is at most this, 0 or more. Default 1e-4. */
  tol?: number | undefined;
  /** Most iterations, 1 or more. Default 100. */
  maxIter?: number | undefined;
  /** Called after each iteration. */
  onIteration?: OnIteration | undefined;
}

/** Where L-BFGS begins. */
export interface InitialPoint {
  /**
   * The parameters to begin with, as they lie in the result; zeros when left out, and where no step can be
   * computed from there.
   */
  readonly initial?: Readonly<Float64Array> | undefined;
}

/** The names of `LbfgsTraining`. */
export const TRAINING_NAMES = [
  'tol',
  'maxIter',
  'onIteration',
] as const satisfies readonly (keyof LbfgsTraining)[];

/** Most iterations when nothing is said. */
export const MAX_ITER = 100;

/** What `preconditionedLbfgs` works on. */
export interface PreconditionedTask extends InitialPoint {
  readonly objective: Objective;
  readonly rows: {
    readonly design: DesignMatrix;
    readonly classes: number;
    readonly signal?: AbortSignal | undefined;
  };
  readonly settings: LbfgsTraining;
  readonly plan: PreconditionPlan;
  /** Solves with the first preconditioner of a plan that starts with one. */
  readonly start: ((vector: Float64Array) => void) | undefined;
  /** Whether `make` made that, for the point to begin with: it serves until the run turns out to be long. */
  readonly startFits: boolean;
  /** Makes the preconditioner for a point. */
  readonly make: (x: Float64Array) => Promise<Refreshed>;
  /** What the bound on the result is made from. */
  readonly bound: Pick<CertificateTask, 'l2' | 'penalised' | 'shares'>;
}

/** Minimises a logistic objective, as planned, and bounds how far it still is from the optimum. */
export async function preconditionedLbfgs(task: PreconditionedTask): Promise<SolverResult> {
  const { objective, rows, settings, plan, initial, start, make, bound } = task;
  const { design, classes, signal } = rows;
  const { tol = 1e-4, maxIter = MAX_ITER, onIteration } = settings;
  const cells = storedValues(design).length;
  const from = Float64Array.from(initial ?? new Float64Array(objective.size));
  const due = (progress: LbfgsProgress): boolean =>
    plan.due({ ...progress, made: task.startFits ? Infinity : progress.made });
  const result = await lbfgs(objective, from, {
    tol,
    maxIter,
    signal,
    onIteration,
    promise: PROMISES[plan.start],
    precondition: start,
    refresh: {
      due,
      polish: plan.exact,
      make: plan.start === 'diagonal' ? () => Promise.resolve('plain') : make,
    },
    precision: plan.floats && start !== undefined && cells * classes > MIXED_ABOVE ? 'mixed' : 'double',
  });
  if (initial !== undefined && isLost(result)) return preconditionedLbfgs({ ...task, initial: undefined });
  return certify(result, { objective, ...bound }, plan.start !== 'none');
}

/** Whether nothing could be computed from where a descent began: a point of other data may be that far off. */
export function isLost({ loss, stop, nIter }: DescentResult): boolean {
  return !Number.isFinite(loss) || (stop === 'descent' && nIter === 0);
}
