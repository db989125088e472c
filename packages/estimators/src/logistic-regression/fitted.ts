import { ShapeError } from '@tenfold/errors';
import {
  type Backend,
  type DesignMatrix,
  kernelBackend,
  type Label,
  Matrix,
  type MatrixLike,
  type ScoresTask,
  toDesignMatrix,
  toDesignMatrixAsync,
} from '@tenfold/linalg';

import type { LabelKind } from '../labels/label-kind.js';
import type { FitOutcome } from './fit-problem.js';
import { OWNER } from './options.js';

/** Says that a solver stopped before its stopping rule was met. The model is usable, but another fit may be better. */
export interface ConvergenceWarning {
  readonly kind: 'convergence';
  /** The class whose problem it was, with one-vs-rest; undefined when there is only one problem. */
  readonly label: Label | undefined;
  /** Iterations done. */
  readonly nIter: number;
  /** What happened and what may help, in words. */
  readonly message: string;
}

/** What a fit leaves. */
export interface FittedState {
  readonly classes: readonly Label[];
  readonly labelKind: LabelKind;
  /** The names of the columns, where `fit` was given any. */
  readonly featureNames: readonly string[] | undefined;
  readonly coef: Matrix;
  readonly intercept: Float64Array;
  readonly nIter: readonly number[];
  readonly converged: boolean;
  readonly objective: number;
  readonly warnings: readonly ConvergenceWarning[];
}

/** Makes the fitted state of what the solvers found. */
export function fittedState(
  outcome: FitOutcome,
  seen: Pick<FittedState, 'classes' | 'labelKind' | 'featureNames'>,
): FittedState {
  const { classes } = seen;
  const { coef, intercept, nIter, ends, objective } = outcome;
  const warnings = ends.flatMap(({ converged, message }, i): ConvergenceWarning[] => {
    if (converged) return [];
    const label = ends.length > 1 ? classes[i] : undefined;
    return [{ kind: 'convergence', label, nIter: nIter[i], message: warningText(message, nIter[i], label) }];
  });
  return {
    ...seen,
    coef: new Matrix(coef.map((row) => Array.from(row, withoutNegativeZero))),
    intercept: Float64Array.from(intercept, withoutNegativeZero),
    nIter,
    converged: warnings.length === 0,
    objective,
    warnings,
  };
}

function warningText(reason: string, nIter: number, label: Label | undefined): string {
  const whose = label === undefined ? '' : ` for class ${label}`;
  return `${OWNER}: not converged${whose} after ${nIter} iterations (${reason}); raise maxIter or scale the data`;
}

/** JSON has no way to keep the sign of -0. */
function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}

/**
 * The scores of every row: one a row for two classes, else one a class.
 *
 * @throws as `prepareTask`
 */
export function scoreRows(fitted: FittedState, X: MatrixLike): Float64Array {
  return kernelBackend().scoresNow(prepareTask(fitted, X));
}

/**
 * The same on all threads, without holding the event loop.
 *
 * @throws as `scoreRows`; rejects with the signal's reason when cancelled
 */
export async function scoreRowsAsync(
  fitted: FittedState,
  X: MatrixLike,
  how: { backend: Backend; signal: AbortSignal | undefined },
): Promise<Float64Array> {
  return computeScores(await prepareTaskAsync(fitted, X, how.signal), how);
}

/**
 * What the scores of X's rows are made from.
 *
 * @throws ShapeError when X has another width than the model, NonFiniteError when a cell is not finite
 */
export function prepareTask(fitted: FittedState, X: MatrixLike): ScoresTask {
  return scoresTask(fitted, toDesignMatrix(X, { owner: OWNER, storage: 'dense' }));
}

/**
 * The same, giving the event loop back in between.
 *
 * @throws as `prepareTask`; rejects with the signal's reason when cancelled
 */
export async function prepareTaskAsync(
  fitted: FittedState,
  X: MatrixLike,
  signal: AbortSignal | undefined,
): Promise<ScoresTask> {
  return scoresTask(fitted, await toDesignMatrixAsync(X, { owner: OWNER, storage: 'dense', signal }));
}

/** The scores of a task's rows, row after row, on all threads. */
export async function computeScores(
  task: ScoresTask,
  { backend, signal }: { backend: Backend; signal: AbortSignal | undefined },
): Promise<Float64Array> {
  const scores = new Float64Array(task.design.rows * task.classes);
  await backend.scores({ ...task, once: true, signal }, scores);
  return scores;
}

function scoresTask({ coef, intercept }: FittedState, design: DesignMatrix): ScoresTask {
  if (design.columns !== coef.columns) {
    throw new ShapeError(OWNER, `X with ${coef.columns} columns, as in fit`, `${design.columns}`);
  }
  const classes = coef.rows;
  const parameters = new Float64Array((coef.columns + 1) * classes);
  for (let k = 0; k < classes; k++) {
    for (let j = 0; j < coef.columns; j++) parameters[j * classes + k] = coef.get(k, j);
    parameters[coef.columns * classes + k] = intercept[k];
  }
  return { design, parameters, classes, constant: 1 };
}
