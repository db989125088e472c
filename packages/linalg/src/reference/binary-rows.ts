import type { OneVsRest, OneVsRestTask } from '../backend.js';
import type { DesignMatrix } from '../design-matrix.js';
import { log1pExp, sigmoid } from '../stable-math.js';
import { addScaledRow, rowDot } from './rows.js';

/** Adds the share of some rows to the sums and returns their loss. */
export type AddRows = (start: number, end: number, sums: Float64Array) => number;

/** One problem of several: its own parameters, and where its curvatures go. */
export interface BinaryProblem extends OneVsRest {
  readonly parameters: Float64Array;
  readonly curvatures: Float64Array | undefined;
}

/** The binary logistic loss and its gradient, a row's two products one after the other while it is in cache. */
export function binaryLogisticRows(task: OneVsRestTask, problem: BinaryProblem): AddRows {
  const { design, constant, targets, weights } = task;
  const { parameters, curvatures } = problem;
  const last = design.columns;
  const intercept = constant === 0 ? 0 : constant * parameters[last];
  return (start, end, gradient) => {
    let loss = 0;
    let residuals = 0;
    for (let i = start; i < end; i++) {
      const isPositive = targets[i] === problem.positive;
      const side = isPositive ? problem.positiveWeight : problem.negativeWeight;
      const weight = weights === undefined ? side : weights[i] * side;
      const sign = isPositive ? 1 : -1;
      const margin = sign * (rowDot(design, i, parameters) + intercept);
      const miss = sigmoid(-margin);
      const residual = -sign * miss * weight;
      loss += weight * log1pExp(-margin);
      residuals += residual;
      if (curvatures !== undefined) curvatures[i] = weight * miss * sigmoid(margin);
      addScaledRow(design, i, residual, gradient);
    }
    if (constant !== 0) gradient[last] += constant * residuals;
    return loss;
  };
}

/** What the Hessian of one problem is made of. */
interface Curved {
  readonly design: DesignMatrix;
  readonly constant: number;
  readonly curvatures: Float64Array;
}

/** X'·diag(curvatures)·X·direction. */
export function hessianVectorRows(task: Curved, direction: Float64Array): AddRows {
  const { design, curvatures, constant } = task;
  const last = design.columns;
  const offset = constant === 0 ? 0 : constant * direction[last];
  return (start, end, sums) => {
    let total = 0;
    for (let i = start; i < end; i++) {
      const scaled = curvatures[i] * (rowDot(design, i, direction) + offset);
      total += scaled;
      addScaledRow(design, i, scaled, sums);
    }
    if (constant !== 0) sums[last] += constant * total;
    return 0;
  };
}
