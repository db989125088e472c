import type { DesignMatrix } from './design-matrix.js';
import type { FeatureMatrix } from './feature-matrix.js';
import type { DesignOptions } from './to-design-matrix.js';

/**
 * The arithmetic of an operation. `'double'` is exact to the rounding of doubles. `'single'` multiplies and adds in
 * floats and sums the blocks in doubles: about twice as fast, and good to about 1e-6 of the largest term. A backend
 * may always be more exact than asked.
 */
export type Precision = 'single' | 'double';

/** What every operation on rows takes. */
export interface RowTask {
  /** The samples. Not changed while it is in use: a backend may keep a copy of its own, by identity. */
  readonly design: DesignMatrix;
  /** The value of a constant feature appended to every row: 1 for a plain intercept, 0 for none. */
  readonly constant: number;
  /** The arithmetic. Default `'double'`. */
  readonly precision?: Precision | undefined;
  /** Cancels the job: the operation rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * K linear functions of the features of a design matrix's rows; function k gives the scores of class k.
 *
 * The parameters lie feature by feature, the classes of one feature side by side (so that a nonzero cell meets
 * its K weights in one stretch of memory), and the constant feature last: class k's weight of feature j is
 * `parameters[j * K + k]`, its weight of the constant feature, when there is one, `parameters[columns * K + k]`.
 * With one class that is simply the weights and then the intercept.
 */
export interface LinearScores extends RowTask {
  /** `parameterCount(design, classes, constant)` weights in the order above. */
  readonly parameters: Float64Array;
}

/** What `RowOperations.scores` works on. */
export interface ScoresTask extends LinearScores {
  /** Number of classes K. */
  readonly classes: number;
  /** Whether the matrix is read this once only, so that no copy of it is worth keeping. Default false. */
  readonly once?: boolean | undefined;
  /** The rows to score, in this order; all of them when left out. */
  readonly rows?: Uint32Array | undefined;
}

/** What `LogisticOperations.multinomial` works on. */
export interface MultinomialLogisticTask extends LinearScores {
  /** Number of classes K, 2 or more. */
  readonly classes: number;
  /** The class of each row, 0 to K - 1. */
  readonly targets: Int32Array;
  /** The weight of each row; 1 each when left out. Where many are 0, those rows cost nothing. */
  readonly weights?: Float64Array | undefined;
}

/** One binary problem of `LogisticOperations.oneVsRest`: a class against all others. */
export interface OneVsRest {
  /** The class whose rows are the positive side. */
  readonly positive: number;
  /** What a row of the positive side counts, on top of its own weight. */
  readonly positiveWeight: number;
  /** What a row of the other side counts, on top of its own weight. */
  readonly negativeWeight: number;
}

/** What `LogisticOperations.oneVsRest` works on: P binary problems on the same rows, whose parameters lie as P classes. */
export interface OneVsRestTask extends LinearScores {
  /** The problems. */
  readonly problems: readonly OneVsRest[];
  /** The class of each row. */
  readonly targets: Int32Array;
  /** The weight of each row; 1 each when left out. Where many are 0, those rows cost nothing. */
  readonly weights?: Float64Array | undefined;
}

/** Where `LogisticOperations.oneVsRest` puts its results. */
export interface OneVsRestOutput {
  /** P losses. */
  readonly losses: Float64Array;
  /** The derivatives by the parameters. */
  readonly gradient: Float64Array;
  /** When given, one array a problem: the second derivative of each row's loss by its score. */
  readonly curvatures?: readonly Float64Array[] | undefined;
}

/** What the products with Hessians work on. */
export interface CurvatureTask extends RowTask {
  /** For each of P problems the curvatures of the rows, as `oneVsRest` left them. */
  readonly curvatures: readonly Float64Array[];
}

/** What `LogisticOperations.multinomialHessianVectorProduct` works on. */
export interface MultinomialCurvatureTask extends RowTask {
  /** Number of classes K, 2 or more. */
  readonly classes: number;
  /** The probabilities of the rows at a point, as `multinomial` left them. */
  readonly probabilities: Float64Array;
  /** The weight of each row; 1 each when left out. */
  readonly weights?: Float64Array | undefined;
}

/** What `FactorOperations.precondition` makes its approximation of a Hessian from. */
export interface PreconditionTask extends Omit<RowTask, 'precision'> {
  /** The rows to look at; all of them when left out. */
  readonly rows?: Uint32Array | undefined;
  /** What the mean of x·x' over those rows counts. */
  readonly scale: number;
  /**
   * What is added to the diagonal: a share of it and of its mean over the columns (doubles divided by their largest
   * cell), which floats need to factor the matrix; and a number.
   */
  readonly share: number;
  readonly shift: number;
  /** Whether the number is added for the constant feature too: whether its weight is penalised. Default false. */
  readonly shiftConstant?: boolean | undefined;
}

/** scale·mean(x·x') + shift·I with the share added, factored. */
export interface Preconditioner {
  /** Solves M·x = b for the K vectors of `vectors`, which lie as the parameters of K classes do, in place. */
  solve(vectors: Float64Array, classes: number): void;
  /** Gives its memory back. */
  release(): void;
}

/** What `FactorOperations.hessian` factors: Σ_i C_i⊗x_i·x_i' + shift·I, C_i being K × K and symmetric. */
export interface HessianTask extends Omit<RowTask, 'precision'> {
  /** Linear functions K of the columns, whose parameters lie side by side as those of classes do. */
  readonly functions: number;
  /** Fills `out`, a number a row, with the entries (k, l) of the rows' C, l being at most k. */
  readonly curvatures: (k: number, l: number, out: Float64Array) => void;
  /** Added to the diagonal, but for the constant feature. */
  readonly shift: number;
  /** Added to the diagonal once that is scaled to ones: what a singular matrix needs to be factored in doubles. */
  readonly share: number;
}

/** A matrix factored in doubles. */
export interface FactoredHessian {
  /** Solves for a vector that lies as parameters do, in place, giving the event loop its turn. */
  solve(vector: Float64Array): Promise<void>;
  /** Gives its memory back. */
  release(): void;
}

/** Matrices, and what each row says by itself. */
export interface RowOperations {
  /**
   * Checks a matrix and lays it flat where this backend works on it best; `release` gives it back.
   *
   * @throws as `toDesignMatrixAsync`
   */
  design(
    X: FeatureMatrix,
    options: DesignOptions & { signal?: AbortSignal | undefined },
  ): Promise<DesignMatrix>;

  /**
   * Scores z = X·W + constant·b of every row (or of the task's i-th) and class: `out[i * classes + k]`.
   */
  scores(task: ScoresTask, out: Float64Array): Promise<void>;

  /** Frees whatever the backend keeps for a design matrix, and one that it laid out. */
  release(design: DesignMatrix): void;
}

/** Logistic losses summed over the rows, with their derivatives. */
export interface LogisticOperations {
  /**
   * The sum of s_i·(log Σ_k exp(z_ik) - z_iy) over the rows, y being row i's class and s its weight, and its
   * gradient.
   *
   * @param task the rows, targets and parameters
   * @param gradient filled with the derivatives by the parameters
   * @param probabilities when given, filled with the softmax of each row's scores: `probabilities[i * K + k]`
   * @returns the sum
   */
  multinomial(
    task: MultinomialLogisticTask,
    gradient: Float64Array,
    probabilities?: Float64Array,
  ): Promise<number>;

  /**
   * For each problem the sum of s_i·log(1 + exp(-t_i·z_i)) over the rows, t being 1 on the positive side and -1 on
   * the other and s the weights, and its gradient; the second derivatives are s_i·σ(z_i)·σ(-z_i).
   */
  oneVsRest(task: OneVsRestTask, output: OneVsRestOutput): Promise<void>;

  /**
   * The products of the problems' Hessians X'·diag(curvatures)·X with a direction each; X has the constant feature
   * last, if any. Directions and products lie as parameters do.
   */
  hessianVectorProducts(task: CurvatureTask, directions: Float64Array, out: Float64Array): Promise<void>;

  /**
   * The product of the multinomial Hessian, Σ_i s_i·(diag(p_i) - p_i·p_i')⊗x_i·x_i' of rows of probabilities p, with a
   * direction. Direction and product lie as parameters do.
   */
  multinomialHessianVectorProduct(
    task: MultinomialCurvatureTask,
    direction: Float64Array,
    out: Float64Array,
  ): Promise<void>;
}

/** Factored matrices, to solve with. */
export interface FactorOperations {
  /**
   * Factors an approximation of a logistic Hessian: the Gram matrix of some rows, scaled to a unit diagonal and made
   * positive definite. The event loop gets its turn, and a signal is heard, within some milliseconds.
   *
   * @returns undefined when it has too many columns, is not finite or not clearly positive
   */
  precondition(task: PreconditionTask): Promise<Preconditioner | undefined>;

  /**
   * The same for several matrices of one design, side by side.
   *
   * @param tasks one or more, alike but for `rows`, of which each has as many, `scale` and `shift`
   * @returns one for each task, undefined as `precondition` says
   */
  preconditionAll(tasks: readonly PreconditionTask[]): Promise<(Preconditioner | undefined)[]>;

  /**
   * Factors a whole Hessian, of all rows and in doubles, scaled to a unit diagonal: (K·columns)² of them are held.
   *
   * @returns undefined when it is not finite or, with the share, not positive
   * @throws MemoryLimitError when it does not fit
   */
  hessian(task: HessianTask): Promise<FactoredHessian | undefined>;
}

/** What a run of stochastic average gradients works on: binary problems, or one softmax problem. */
export interface AverageGradientTask {
  /** The samples. */
  readonly design: DesignMatrix;
  /** The class of each row. */
  readonly targets: Int32Array;
  /** The weight of each row; 1 each when left out. */
  readonly weights?: Float64Array | undefined;
  /** Binary problems, which lie as classes do and step side by side; none for softmax. */
  readonly problems?: readonly OneVsRest[] | undefined;
  /** Number of classes K, or of problems. */
  readonly classes: number;
  /** The value of a constant feature, as which the intercept is moved; 0 for no intercept. */
  readonly constant: number;
  /** Strengths of the penalties l1·‖w‖₁ + ½·l2·‖w‖² beside the sum of the losses, 0 or more. */
  readonly l1: number;
  readonly l2: number;
  /** What sums are divided by: the number of rows that can be drawn. */
  readonly rows: number;
  /** Where to begin, as `LinearScores` has parameters, with intercepts (0 without one). */
  readonly parameters: Float64Array;
  /** Cancels walks. */
  readonly signal?: AbortSignal | undefined;
}

/** A walk through rows: one step each. */
export interface AverageGradientWalk {
  /** The rows to visit, one after the other. */
  readonly draws: Uint32Array;
  /** The length η of a step; 0 only remembers derivatives. */
  readonly step: number;
  /**
   * How much a row's own change of derivative is corrected for, one a row: in SAGA 1/(N·p) - 1/N with p the row's
   * probability and N the rows, which makes steps unbiased; in SAG none.
   */
  readonly corrections?: Float64Array | undefined;
  /** What sums are divided by at each draw instead of `rows`; without an L1 penalty only. */
  readonly divisors?: Float64Array | undefined;
}

/**
 * A run of stochastic average gradients: parameters, and each row's derivative r_i (K numbers) by its scores as it was
 * when the row was last visited, 0 before. G = Σ r_i·x_i. A visit to row i with its derivative r now:
 *
 *     w ← (1 - η·l2/N)·w;   δ = r - r_i;   r_i ← r;   G ← G + δ·x_i
 *     w ← w - η·c_i·δ·x_i - η/N·G;   w ← w shrunk towards 0 by η·l1/N
 *
 * The intercept b = constant·u, u being the weight of the constant feature, without penalties.
 */
export interface AverageGradientRun {
  /**
   * Visits rows. The event loop gets its turn, and a signal is heard, within some tens of milliseconds.
   *
   * @param walk the rows, and how far each step goes
   * @param active which problems still matter; the others may stay as they are. All when left out
   */
  walk(walk: AverageGradientWalk, active?: readonly boolean[]): Promise<void>;
  /** The parameters now, a copy, with intercepts always. */
  parameters(): Float64Array;
  /** Goes on from other parameters, with what is remembered of the rows. */
  moveTo(parameters: Float64Array): void;
  /** Gives its memory back. */
  release(): void;
}

/** Steps by single rows. */
export interface StochasticOperations {
  /** Begins a run. Only one walk of a run may be under way. */
  averageGradient(task: AverageGradientTask): AverageGradientRun;
}

/**
 * The operations on whole design matrices that objectives are made of, in groups. Everything above asks for them here
 * and nowhere else, so that plain loops, WebAssembly and several threads are interchangeable.
 *
 * What every implementation keeps to: sums over rows are taken in fixed blocks of rows, whose partial sums are
 * added in the order of the rows, so that a backend's results do not vary from run to run or with the number of
 * threads; the event loop gets its turn after a fixed amount of work; outputs are arrays of the caller's, filled
 * when the promise resolves; nothing is checked (shapes and values have been). No result overflows for finite
 * scores.
 */
export interface Backend {
  /** For messages and reports: `reference` or `kernels`. */
  readonly name: string;
  /** Matrices and scores. */
  readonly rows: RowOperations;
  /** Losses, gradients and products with Hessians. */
  readonly logistic: LogisticOperations;
  /** Approximate Hessians. */
  readonly factors: FactorOperations;
  /** Steps by single rows. */
  readonly stochastic: StochasticOperations;
}

/** How many parameters K linear functions of a design matrix's columns have. */
export function parameterCount(design: DesignMatrix, classes: number, constant: number): number {
  return (design.columns + (constant === 0 ? 0 : 1)) * classes;
}
