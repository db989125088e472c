import { parameterCount } from '@tenfold/linalg';

import { scaleAndPenalise, totalWeight } from '../objectives/l2.js';
import type { MultinomialProblem } from '../objectives/multinomial-objective.js';
import type { CurvedObjective } from './curved-objective.js';

/** A multinomial objective with the probabilities of the rows, K a row, at the point evaluated last. */
export interface CurvedMultinomial extends CurvedObjective {
  readonly probabilities: Float64Array;
}

/** `multinomialObjective` with its Hessian, 1/S·Σ s·(diag(p) - p·p')⊗x·x' + l2·I, intercepts' entries without l2. */
export function curvedMultinomial(problem: MultinomialProblem): CurvedMultinomial {
  const { design, targets, classes, weights, l2, fitIntercept, backend, signal } = problem;
  const constant = fitIntercept ? 1 : 0;
  const share = { scale: 1 / totalWeight(weights, design.rows), l2, penalised: design.columns * classes };
  const probabilities = new Float64Array(design.rows * classes);
  const rows = { design, classes, weights, constant, signal };
  return {
    size: parameterCount(design, classes, constant),
    probabilities,
    async evaluate(parameters, gradient) {
      const task = { ...rows, targets, parameters };
      const sum = await backend.logistic.multinomial(task, gradient, probabilities);
      return scaleAndPenalise(sum, gradient, parameters, share);
    },
    async hessianVectorProduct(direction, out, precision) {
      const task = { ...rows, probabilities, precision };
      await backend.logistic.multinomialHessianVectorProduct(task, direction, out);
      scaleAndPenalise(0, out, direction, share);
    },
  };
}
