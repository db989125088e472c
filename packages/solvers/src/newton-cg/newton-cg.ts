import { checkNames } from '@tenfold/core';

import { type HessianShape, priceOf } from '../hessians/price.js';
import { binaryHessians, multinomialHessians } from '../hessians/whole-hessians.js';
import { BINARY_NAMES, type BinaryTraining } from '../lbfgs/train-binary.js';
import { MULTINOMIAL_TRAINING_NAMES, type MultinomialTraining } from '../lbfgs/train-multinomial.js';
import { newtonBinary } from '../newton/newton-binary.js';
import { newtonMultinomial } from '../newton/newton-multinomial.js';
import type { MadeConditioners, NewtonMethod } from '../newton/newton.js';
import { UNCONDITIONED } from '../preconditioners/conditioner.js';
import type { PreconditionPlan } from '../preconditioners/plan.js';
import type { SolverResult } from '../types.js';
import { BlockConditioners, planBlocks } from './block-conditioners.js';
import { conditionedRule, plainRule } from './rules.js';

/**
 * Minimises binary logistic objectives of the same rows by truncated Newton steps, side by side: `solveTogether`. It ends
 * where the gradient's largest absolute entry is at most `tol`; `maxIter` counts steps.
 *
 * `preconditioner`: `'none'` has scikit-learn's conjugate gradients and their stopping rule; `'gram'` preconditions them by the
 * Hessian of some rows, drawn in proportion to their curvatures; `'auto'` decides by the size of the data, and where that is
 * small takes the whole Hessian, so that columns of very different scales do no harm.
 *
 * @returns a result for each problem; its `certificate` bounds how far it is above the optimum
 * @throws ParameterError when an option is unknown or out of range
 */
export async function newtonCgBinary(options: BinaryTraining): Promise<SolverResult[]> {
  checkNames('newtonCgBinary', options, BINARY_NAMES);
  const { design, problems, fitIntercept } = options;
  const shape = { design, constant: fitIntercept ? 1 : 0, functions: problems.length, coupled: false };
  const plan = await planBlocks(options);
  const whole = wantsWhole(options, plan, shape);
  return newtonBinary(options, (problem) =>
    methodOf(
      plan,
      whole
        ? binaryHessians(options, problem, priceOf(shape).fresh)
        : BlockConditioners.binary(options, problem, plan),
      whole,
    ),
  );
}

/**
 * Minimises the multinomial objective by truncated Newton steps; see `newtonCgBinary`. Preconditioned by a block of the
 * Hessian for each class, or the whole of it where that is small.
 *
 * @throws ParameterError when an option is unknown or out of range
 */
export async function newtonCgMultinomial(options: MultinomialTraining): Promise<SolverResult> {
  checkNames('newtonCgMultinomial', options, MULTINOMIAL_TRAINING_NAMES);
  const { design, classes, fitIntercept } = options;
  const shape = { design, constant: fitIntercept ? 1 : 0, functions: classes - 1, coupled: true };
  const plan = await planBlocks(options);
  const whole = wantsWhole(options, plan, shape);
  return newtonMultinomial(options, (problem) =>
    methodOf(
      plan,
      whole
        ? multinomialHessians(options, problem, priceOf(shape).fresh)
        : BlockConditioners.multinomial(options, problem, plan),
      whole,
    ),
  );
}

/** Whether to precondition by whole Hessians: where floats need not do or would not, and they cost next to nothing. */
function wantsWhole(
  { preconditioner = 'auto' }: BinaryTraining | MultinomialTraining,
  { start }: PreconditionPlan,
  shape: HessianShape,
): boolean {
  const { rows, columns } = shape.design;
  return preconditioner === 'auto' && start !== 'early' && rows >= columns && priceOf(shape).cheap;
}

function methodOf(plan: PreconditionPlan, conditioners: MadeConditioners, whole: boolean): NewtonMethod {
  if (!whole && (plan.start === 'none' || plan.start === 'diagonal')) {
    return { conditioners: UNCONDITIONED, isEnough: plainRule, judgesDecrement: false };
  }
  return { conditioners, isEnough: conditionedRule, judgesDecrement: false };
}
