import type { MultinomialTraining } from '../lbfgs/train-multinomial.js';
import { totalWeight } from '../objectives/l2.js';
import { classShares } from '../objectives/shares.js';
import type { SolverResult } from '../types.js';
import { type CurvedMultinomial, curvedMultinomial } from './curved-multinomial.js';
import type { NewtonMethod } from './newton.js';
import { leastWeight, trainNewton } from './train-newton.js';
import { subtractMeans } from '../zero-sum.js';

/** The problem, as the maker of its method sees it. */
export interface MultinomialNewtonProblem {
  readonly objective: CurvedMultinomial;
  /** The sum of the rows' weights. */
  readonly total: number;
}

/**
 * Minimises the multinomial objective by the method that is made for it, from a point whose weights sum to zero over the
 * classes: a shift common to all of them changes no probability, and only adds to the penalty. Gradients, products with the
 * Hessian and so all steps sum to zero then, too, where the Hessian is definite.
 */
export function newtonMultinomial(
  options: MultinomialTraining,
  methodOf: (problem: MultinomialNewtonProblem) => NewtonMethod,
): Promise<SolverResult> {
  const { tol, maxIter, onIteration, initial } = options;
  const { design, targets, classes, weights, l2, signal } = options;
  const objective = curvedMultinomial(options);
  const total = totalWeight(weights, design.rows);
  return trainNewton({
    objective,
    settings: { tol, maxIter, onIteration },
    signal,
    method: methodOf({ objective, total }),
    initial: initial && subtractMeans(Float64Array.from(initial), classes),
    bound: { l2, penalised: design.columns * classes, shares: classShares(targets, classes, weights) },
    total,
    leastWeight: leastWeight(weights),
  });
}
