/** Defaults and names that the elastic-net trainings share. */
export const ELASTIC_TOL = 1e-4;
export const ELASTIC_MAX_ITER = 100;

/** The strengths of an elastic-net penalty beside a mean loss: l1·‖w‖₁ + ½·l2·‖w‖², each 0 or more. */
export interface ElasticStrengths {
  readonly l1: number;
  readonly l2: number;
}

/** How long an elastic-net training goes on. */
export interface ElasticTraining {
  /**
   * Ends when no parameter violates its optimality condition by more than this share of the penalty's strengths l1 + l2 (of 1
   * when they are more, or nothing), 0 or more. Default 1e-4.
   */
  readonly tol?: number | undefined;
  /** Most Newton steps, 0 or more. Default 100. */
  readonly maxIter?: number | undefined;
}

/** The largest violation that is within a tolerance: what would be small beside a loss is not beside a weak penalty. */
export function goalOf(tol: number, { l1, l2 }: ElasticStrengths): number {
  const strength = l1 + l2;
  return strength > 0 ? tol * Math.min(1, strength) : tol;
}
