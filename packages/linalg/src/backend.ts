import type { DesignMatrix } from './design-matrix.js';

/**
 * K linear functions of the features of a design matrix's rows; function k gives the scores of class k.
 *
 * The parameters lie feature by feature, the classes of one feature side by side (so that a nonzero cell meets
 * its K weights in one stretch of memory), and the constant feature last: class k's weight of feature j is
 * `parameters[j * K + k]`, its weight of the constant feature, when there is one, `parameters[columns * K + k]`.
 * With one class that is simply the weights and then the intercept.
 */
export interface LinearScores {
  /** The samples. Not changed while it is in use: a backend may keep a copy of its own, by identity. */
  readonly design: DesignMatrix;
  /** `parameterCount(design, classes, constant)` weights in the order above. */
  readonly parameters: Float64Array;
  /** The value of a constant feature appended to every row: 1 for a plain intercept, 0 for none. */
  readonly constant: number;
  /** Cancels the job: the operation rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What `Backend.scores` works on. */
export interface ScoresTask extends LinearScores {
  /** Number of classes K. */
  readonly classes: number;
}

/** What `Backend.binaryLogistic` works on: one linear function z of the features. */
export interface BinaryLogisticTask extends LinearScores {
  /** 1 for the positive class and -1 for the other, one a row. */
  readonly targets: Float64Array;
  /** The weight of each row; 1 each when left out. */
  readonly weights?: Float64Array | undefined;
}

/** What `Backend.multinomialLogistic` works on. */
export interface MultinomialLogisticTask extends LinearScores {
  /** Number of classes K, 2 or more. */
  readonly classes: number;
  /** The class of each row, 0 to K - 1. */
  readonly targets: Int32Array;
  /** The weight of each row; 1 each when left out. */
  readonly weights?: Float64Array | undefined;
}

/** What the products with a Hessian work on. */
export interface CurvatureTask {
  /** The samples, as in `LinearScores`. */
  readonly design: DesignMatrix;
  /** The second derivative of each row's loss by its score, as `binaryLogistic` left it. */
  readonly curvatures: Float64Array;
  /** The value of the constant feature, as in `LinearScores`. */
  readonly constant: number;
  /** Cancels the job. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The operations on whole design matrices that objectives are made of. Everything above asks for them here and
 * nowhere else, so that plain loops, WebAssembly and several threads are interchangeable.
 *
 * What every implementation keeps to: sums over rows are taken in fixed blocks of rows, whose partial sums are
 * added in the order of the rows, so that a backend's results do not vary from run to run or with the number of
 * threads; the event loop gets its turn after a fixed amount of work; outputs are arrays of the caller's, filled
 * when the promise resolves; nothing is checked (shapes and values have been). No result overflows for finite
 * scores.
 */
export interface Backend {
  /** For messages and reports: `reference`. */
  readonly name: string;

  /**
   * Scores z = X·W + constant·b of every row and class: `out[i * classes + k]`.
   */
  scores(task: ScoresTask, out: Float64Array): Promise<void>;

  /**
   * The sum of s_i·log(1 + exp(-t_i·z_i)) over the rows, t being the targets and s the weights, and its gradient.
   *
   * @param task the rows, targets and parameters
   * @param gradient filled with the derivatives by the parameters
   * @param curvatures when given, filled with s_i·σ(z_i)·σ(-z_i), one a row
   * @returns the sum
   */
  binaryLogistic(
    task: BinaryLogisticTask,
    gradient: Float64Array,
    curvatures?: Float64Array,
  ): Promise<number>;

  /**
   * The sum of s_i·(log Σ_k exp(z_ik) - z_iy), y being row i's class, and its gradient.
   *
   * @param task the rows, targets and parameters
   * @param gradient filled with the derivatives by the parameters
   * @returns the sum
   */
  multinomialLogistic(task: MultinomialLogisticTask, gradient: Float64Array): Promise<number>;

  /**
   * The product of the Hessian X'·diag(curvatures)·X with a direction; X has the constant feature last, if any.
   */
  hessianVectorProduct(task: CurvatureTask, direction: Float64Array, out: Float64Array): Promise<void>;

  /** The diagonal of that Hessian. */
  hessianDiagonal(task: CurvatureTask, out: Float64Array): Promise<void>;

  /** Frees whatever the backend keeps for a design matrix. It may be used again afterwards. */
  release(design: DesignMatrix): void;
}

/** How many parameters K linear functions of a design matrix's columns have. */
export function parameterCount(design: DesignMatrix, classes: number, constant: number): number {
  return (design.columns + (constant === 0 ? 0 : 1)) * classes;
}
