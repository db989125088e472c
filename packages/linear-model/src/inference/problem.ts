import type { DesignMatrix } from '@tenfold/linalg';

/** What inference works on: rows, their classes and what the model says of them. */
export interface InferenceProblem {
  readonly design: DesignMatrix;
  /** Whether a constant feature is the last. */
  readonly hasIntercept: boolean;
  /** Number of classes K. */
  readonly classes: number;
  readonly codes: Int32Array;
  /** What each row counts. */
  readonly weights: Float64Array;
  /** Row after row, the probabilities of all classes. */
  readonly probabilities: Float64Array;
  readonly signal: AbortSignal | undefined;
}

/** Columns with the constant one. */
export function widthOf({ design, hasIntercept }: InferenceProblem): number {
  return design.columns + (hasIntercept ? 1 : 0);
}

/** Coefficients that are free: of each class but the first, feature by feature, the intercept last. */
export function countOf(problem: InferenceProblem): number {
  return (problem.classes - 1) * widthOf(problem);
}
