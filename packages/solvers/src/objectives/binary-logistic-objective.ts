import { checkNames } from '@tenfold/core';
import { type Backend, type DesignMatrix, parameterCount } from '@tenfold/linalg';

import { type BinaryKernel, codesOfSigns, PLAIN_PROBLEM, singleKernel } from '../losses/binary-kernel.js';
import type { Objective } from '../types.js';
import { scaleAndPenalise, totalWeight } from './l2.js';

/** What a binary logistic objective is made of. */
export interface BinaryLogisticProblem {
  /** The samples. */
  design: DesignMatrix;
  /** 1 for the positive class and -1 for the other, one a row. */
  targets: Float64Array;
  /** The weight of each row, not all 0; 1 each when left out. */
  weights?: Float64Array | undefined;
  /** Strength of the penalty, 0 or more. */
  l2: number;
  /** Whether there is an intercept, which is not penalised. */
  fitIntercept: boolean;
  /** The operations on the rows, when they are done for several problems together; see `solveTogether`. */
  kernel?: BinaryKernel | undefined;
  /** The kernels. */
  backend: Backend;
  /** Cancels evaluations. */
  signal?: AbortSignal | undefined;
}

const NAMES = [
  'design',
  'targets',
  'weights',
  'l2',
  'fitIntercept',
  'kernel',
  'backend',
  'signal',
] as const satisfies readonly (keyof BinaryLogisticProblem)[];

/**
 * The binary logistic objective, in scikit-learn's scale for lbfgs:
 *
 *     f(w, b) = 1/S · Σ_i s_i·log(1 + exp(-t_i·z_i)) + ½·l2·‖w‖²,   z_i = x_i·w + b,   S = Σ s_i
 *
 *     ∂f/∂w = -1/S · Σ_i s_i·t_i·σ(-t_i·z_i)·x_i + l2·w,   ∂f/∂b likewise with 1 for x_i
 *
 * Parameters: one weight a feature, then the intercept.
 *
 * @throws ParameterError when `problem` has a name that is not known
 */
export function binaryLogisticObjective(problem: BinaryLogisticProblem): Objective {
  checkNames('binaryLogisticObjective', problem, NAMES);
  const { design, targets, weights, l2, fitIntercept, backend, signal } = problem;
  const constant = fitIntercept ? 1 : 0;
  const scale = 1 / totalWeight(weights, design.rows);
  const penalised = design.columns;
  const kernel =
    problem.kernel ??
    singleKernel(
      { design, targets: codesOfSigns(targets), weights, constant, backend, signal },
      PLAIN_PROBLEM,
    );
  const size = parameterCount(design, 1, constant);
  return {
    size,
    async evaluate(parameters, gradient, precision) {
      const sum = await kernel.evaluate(parameters, gradient, undefined, precision);
      return scaleAndPenalise(sum, gradient, parameters, { scale, l2, penalised });
    },
  };
}
