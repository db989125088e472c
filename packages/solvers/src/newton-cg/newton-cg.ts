import { checkNames } from '@tenfold/core';

import { MAX_ITER } from '../lbfgs/preconditioned.js';
import { BINARY_NAMES, type BinaryTraining } from '../lbfgs/train-binary.js';
import { MULTINOMIAL_TRAINING_NAMES, type MultinomialTraining } from '../lbfgs/train-multinomial.js';
import { newtonBinary } from '../newton/newton-binary.js';
import { newtonMultinomial } from '../newton/newton-multinomial.js';
import { factorBinaryBlock } from '../preconditioners/binary-block.js';
import { classPreconditioner } from '../preconditioners/class-blocks.js';
import { HeldPreconditioner } from '../preconditioners/held.js';
import { planPreconditioner } from '../preconditioners/plan.js';
import type { SolverResult } from '../types.js';
import { methodByPlan } from './block-conditioners.js';

/**
 * Minimises binary logistic objectives of the same rows by truncated Newton steps, side by side: `solveTogether`. It ends
 * where the gradient's largest absolute entry is at most `tol`; `maxIter` counts steps.
 *
 * `preconditioner`: `'none'` has scikit-learn's conjugate gradients and their stopping rule; `'gram'` preconditions them by the
 * Hessian of some rows, drawn in proportion to their curvatures; `'auto'` decides by the size of the data, and where passes
 * over it are cheap first sees whether steps need it.
 *
 * @returns a result for each problem; its `certificate` bounds how far it is above the optimum
 * @throws ParameterError when an option is unknown or out of range
 */
export async function newtonCgBinary(options: BinaryTraining): Promise<SolverResult[]> {
  checkNames('newtonCgBinary', options, BINARY_NAMES);
  const { design, problems, fitIntercept, signal, maxIter = MAX_ITER, preconditioner = 'auto' } = options;
  const constant = fitIntercept ? 1 : 0;
  const plan = await planPreconditioner(design, problems.length, maxIter, preconditioner, signal);
  const held = problems.map(() => new HeldPreconditioner(1));
  const { exact } = plan;
  try {
    return await newtonBinary(options, ({ objective: { curvatures }, kernel, index, l2, total }) =>
      methodByPlan(plan, async () =>
        held[index].take(
          await factorBinaryBlock({ design, constant, kernel, signal, curvatures, total, l2, exact }),
        ),
      ),
    );
  } finally {
    for (const one of held) one.release();
  }
}

/**
 * Minimises the multinomial objective by truncated Newton steps; see `newtonCgBinary`. Preconditioned by a block of the
 * Hessian for each class.
 *
 * @throws ParameterError when an option is unknown or out of range
 */
export async function newtonCgMultinomial(options: MultinomialTraining): Promise<SolverResult> {
  checkNames('newtonCgMultinomial', options, MULTINOMIAL_TRAINING_NAMES);
  const { design, classes, weights, l2, fitIntercept, backend, signal } = options;
  const { maxIter = MAX_ITER, preconditioner = 'auto' } = options;
  const plan = await planPreconditioner(design, classes, maxIter, preconditioner, signal);
  const rows = { design, classes, weights, constant: fitIntercept ? 1 : 0, backend, signal };
  const held = new HeldPreconditioner(classes);
  const { exact } = plan;
  try {
    return await newtonMultinomial(options, ({ total }) =>
      methodByPlan(plan, async (x) => held.take(await classPreconditioner({ ...rows, l2, total, exact }, x))),
    );
  } finally {
    held.release();
  }
}
