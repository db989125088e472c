import { checkInteger, checkNames, checkNumber, checkOneOf } from '@tenfold/core';

import type { SolverResult } from '../types.js';
import { binaryFamily } from './binary-family.js';
import { Descent } from './descent.js';
import {
  type BinarySagaTraining,
  type MultinomialSagaTraining,
  SAGA_NAMES,
  type SagaSettings,
  type SagaTraining,
} from './options.js';
import { softmaxFamily } from './softmax-family.js';

/**
 * Minimises binary logistic objectives of the same rows by stochastic average gradients:
 *
 *     Σ_i s_i·log(1 + exp(-t_i·z_i)) + l1·‖w‖₁ + ½·l2·‖w‖²
 *
 * All step by the same rows, side by side. The values that are reported are divided by Σ s_i.
 *
 * @returns a result for each problem; its `certificate` bounds how far it is above the optimum
 * @throws ParameterError when an option is unknown or out of range
 */
export async function trainBinarySaga(options: BinarySagaTraining): Promise<SolverResult[]> {
  checkNames('trainBinarySaga', options, [...SAGA_NAMES, 'problems']);
  const settings = checkSettings('trainBinarySaga', options);
  return new Descent(binaryFamily(options), options.problems, options, settings).run();
}

/**
 * Minimises a softmax objective by stochastic average gradients:
 *
 *     Σ_i s_i·(log Σ_k exp(z_ik) - z_iy) + l1·‖W‖₁ + ½·l2·‖W‖²
 *
 * All classes step at once. The values that are reported are divided by Σ s_i. Parameters lie as in `trainMultinomial`.
 *
 * @throws ParameterError when an option is unknown or out of range
 */
export async function trainMultinomialSaga(options: MultinomialSagaTraining): Promise<SolverResult> {
  checkNames('trainMultinomialSaga', options, [...SAGA_NAMES, 'classes', 'initial', 'onIteration']);
  const settings = checkSettings('trainMultinomialSaga', options);
  const [result] = await new Descent(softmaxFamily(options), [options], options, settings).run();
  return result;
}

function checkSettings(owner: string, options: SagaTraining): SagaSettings {
  const { method, l1 = 0, l2, tol = 1e-4, maxIter = 100, randomState = 0 } = options;
  return {
    method: checkOneOf(owner, 'method', method, ['sag', 'saga'] as const),
    l1: checkNumber(owner, 'l1', l1, method === 'sag' ? { min: 0, max: 0 } : { min: 0 }),
    l2: checkNumber(owner, 'l2', l2, { min: 0 }),
    tol: checkNumber(owner, 'tol', tol, { min: 0 }),
    maxIter: checkInteger(owner, 'maxIter', maxIter, { min: 1 }),
    randomState: checkInteger(owner, 'randomState', randomState, { min: 0, max: 2 ** 32 - 1 }),
  };
}
