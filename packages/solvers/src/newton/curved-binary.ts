import { parameterCount } from '@tenfold/linalg';

import { scaleAndPenalise, totalWeight } from '../objectives/l2.js';
import type { BinaryLogisticProblem } from '../objectives/binary-logistic-objective.js';
import type { BinaryKernel } from '../losses/binary-kernel.js';
import type { CurvedObjective } from './curved-objective.js';

/** A binary objective with the second derivative of each row's loss by its score, at the point evaluated last. */
export interface CurvedBinary extends CurvedObjective {
  readonly curvatures: Float64Array;
}

/** What a `CurvedBinary` is made of. */
export type CurvedBinaryProblem = Pick<
  BinaryLogisticProblem,
  'design' | 'weights' | 'l2' | 'fitIntercept'
> & {
  readonly kernel: BinaryKernel;
};

/** `binaryLogisticObjective` with its Hessian, 1/S·X'·diag(curvatures)·X + l2·I, the intercept's entry without l2. */
export function curvedBinary(problem: CurvedBinaryProblem): CurvedBinary {
  const { design, weights, l2, fitIntercept, kernel } = problem;
  const share = { scale: 1 / totalWeight(weights, design.rows), l2, penalised: design.columns };
  const curvatures = new Float64Array(design.rows);
  return {
    size: parameterCount(design, 1, fitIntercept ? 1 : 0),
    curvatures,
    async evaluate(parameters, gradient) {
      const sum = await kernel.evaluate(parameters, gradient, curvatures);
      return scaleAndPenalise(sum, gradient, parameters, share);
    },
    async hessianVectorProduct(direction, out, precision) {
      await kernel.hessianVectorProduct(curvatures, direction, out, precision);
      scaleAndPenalise(0, out, direction, share);
    },
  };
}
