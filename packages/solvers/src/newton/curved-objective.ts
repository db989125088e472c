import type { Precision } from '@tenfold/linalg';

import type { Objective } from '../types.js';

/** An objective whose Hessian can be multiplied with. */
export interface CurvedObjective extends Objective {
  /** As `Objective` says; and what the Hessian at the point is made of is kept until the next evaluation. */
  evaluate(parameters: Float64Array, gradient: Float64Array): Promise<number>;

  /** The Hessian at the point evaluated last, times a direction; fills `out`. */
  hessianVectorProduct(direction: Float64Array, out: Float64Array, precision?: Precision): Promise<void>;
}
