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
  /** Ends when no parameter violates its optimality condition by more than this, 0 or more. Default 1e-4. */
  readonly tol?: number | undefined;
  /** Most Newton steps, 0 or more. Default 100. */
  readonly maxIter?: number | undefined;
}
