import { checkNames } from '@tenfold/core';

import { exactRule } from '../hessians/hessian-conditioners.js';
import { checkMemory, type HessianShape, priceOf } from '../hessians/price.js';
import { binaryHessians, multinomialHessians } from '../hessians/whole-hessians.js';
import { BINARY_NAMES, type BinaryTraining } from '../lbfgs/train-binary.js';
import { MULTINOMIAL_TRAINING_NAMES, type MultinomialTraining } from '../lbfgs/train-multinomial.js';
import { newtonBinary } from '../newton/newton-binary.js';
import { newtonMultinomial } from '../newton/newton-multinomial.js';
import type { MadeConditioners, NewtonMethod } from '../newton/newton.js';
import { BlockConditioners, planBlocks } from '../newton-cg/block-conditioners.js';
import type { PreconditionPlan } from '../preconditioners/plan.js';
import type { SolverResult } from '../types.js';

/**
 * Minimises binary logistic objectives of the same rows by Newton's own steps, side by side: `solveTogether`. It ends where
 * the gradient's largest absolute entry and half the square of the last step's Newton decrement are at most `tol`, as
 * scikit-learn does; `maxIter` counts steps.
 *
 * The Hessian of all rows is factored in doubles, scaled to a unit diagonal with 1e-12 added to it, and conjugate gradients with
 * that factor take the step that the Hessian itself, singular or not, asks for: one product as a rule. With
 * `preconditioner: 'none'` it is factored at every point; otherwise a factor serves for as long as products with the Hessian
 * are cheaper than another one, and where factoring would take longer than those, blocks of some rows take its place.
 *
 * @returns a result for each problem; its `certificate` bounds how far it is above the optimum
 * @throws ParameterError when an option is unknown or out of range
 * @throws HessianMemoryError when the problems' Hessians would take more than 1 GiB
 */
export async function newtonCholeskyBinary(options: BinaryTraining): Promise<SolverResult[]> {
  const owner = 'newtonCholeskyBinary';
  checkNames(owner, options, BINARY_NAMES);
  const { design, problems, fitIntercept } = options;
  const shape = { design, constant: fitIntercept ? 1 : 0, functions: problems.length, coupled: false };
  checkMemory(owner, shape);
  const plan = await planInstead(options, shape);
  return newtonBinary(options, (problem) =>
    methodOf(
      plan === undefined
        ? binaryHessians(options, problem, freshOf(options, shape))
        : BlockConditioners.binary(options, problem, plan),
    ),
  );
}

/**
 * Minimises the multinomial objective by Newton's own steps; see `newtonCholeskyBinary`. The Hessian is that of weights which
 * sum to zero over the classes, where it is definite but for columns that say the same.
 *
 * @throws ParameterError when an option is unknown or out of range
 * @throws HessianMemoryError when the Hessian, of all classes, would take more than 1 GiB
 */
export async function newtonCholeskyMultinomial(options: MultinomialTraining): Promise<SolverResult> {
  const owner = 'newtonCholeskyMultinomial';
  checkNames(owner, options, MULTINOMIAL_TRAINING_NAMES);
  const { design, classes, fitIntercept } = options;
  const rows = { design, constant: fitIntercept ? 1 : 0, coupled: true };
  checkMemory(owner, { ...rows, functions: classes });
  const shape = { ...rows, functions: classes - 1 };
  const plan = await planInstead(options, shape);
  return newtonMultinomial(options, (problem) =>
    methodOf(
      plan === undefined
        ? multinomialHessians(options, problem, freshOf(options, shape))
        : BlockConditioners.multinomial(options, problem, plan),
    ),
  );
}

type Choice = Pick<BinaryTraining, 'preconditioner'>;

/** The plan of the blocks that take the place of whole Hessians; undefined where these are worth their price. */
async function planInstead(
  options: BinaryTraining | MultinomialTraining,
  shape: HessianShape,
): Promise<PreconditionPlan | undefined> {
  if (options.preconditioner === 'none' || priceOf(shape).worth) return undefined;
  const plan = await planBlocks(options);
  return plan.start === 'early' ? plan : undefined;
}

function freshOf({ preconditioner }: Choice, shape: HessianShape): number {
  return preconditioner === 'none' ? 0 : priceOf(shape).fresh;
}

function methodOf(conditioners: MadeConditioners): NewtonMethod {
  return { conditioners, isEnough: exactRule(conditioners.precision), judgesDecrement: true };
}
