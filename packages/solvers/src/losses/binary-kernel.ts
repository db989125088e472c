import type {
  Backend,
  DesignMatrix,
  OneVsRest,
  Precision,
  PreconditionTask,
  Preconditioner,
} from '@tenfold/linalg';

/** What solvers of a binary problem ask of its rows. */
export interface BinaryKernel {
  /**
   * The sum of s_i·log(1 + exp(-t_i·z_i)), and its gradient.
   *
   * @param parameters the point
   * @param gradient filled with the derivatives by the parameters
   * @param curvatures when given, filled with the second derivative of each row's loss by its score
   * @param precision the arithmetic; `'double'` when left out
   */
  evaluate(
    parameters: Float64Array,
    gradient: Float64Array,
    curvatures?: Float64Array,
    precision?: Precision,
  ): Promise<number>;

  /** X'·diag(curvatures)·X times a direction. */
  hessianVectorProduct(
    curvatures: Float64Array,
    direction: Float64Array,
    out: Float64Array,
    precision?: Precision,
  ): Promise<void>;

  /** Factors an approximation of the Hessian from some of the rows; see `FactorOperations.precondition`. */
  precondition(task: HessianSample): Promise<Preconditioner | undefined>;
}

/** What a Hessian is approximated from. Problems that are solved side by side differ in rows and scales alone. */
export type HessianSample = Omit<PreconditionTask, 'design' | 'constant' | 'signal'>;

/** The rows that one or more binary problems have in common. */
export interface SharedRows {
  /** The samples. */
  readonly design: DesignMatrix;
  /** The class of each row. */
  readonly targets: Int32Array;
  /** The weight of each row; 1 each when left out. */
  readonly weights?: Float64Array | undefined;
  /** The value of the constant feature at the end of every row, 0 for none. */
  readonly constant: number;
  /** The kernels. */
  readonly backend: Backend;
  /** Cancels operations. */
  readonly signal?: AbortSignal | undefined;
}

/** One problem by itself. */
export function singleKernel(rows: SharedRows, problem: OneVsRest): BinaryKernel {
  const { backend, ...shared } = rows;
  const losses = new Float64Array(1);
  const problems = [problem];
  return {
    async evaluate(parameters, gradient, curvatures, precision) {
      const output = { losses, gradient, curvatures: curvatures && [curvatures] };
      await backend.logistic.oneVsRest({ ...shared, problems, parameters, precision }, output);
      return losses[0];
    },
    hessianVectorProduct: (curvatures, direction, out, precision) =>
      backend.logistic.hessianVectorProducts(
        { ...shared, curvatures: [curvatures], precision },
        direction,
        out,
      ),
    precondition(sample) {
      const { design, constant, signal } = shared;
      return backend.factors.precondition({ design, constant, signal, ...sample });
    },
  };
}

/** Targets of 1 and -1 as classes 1 and 0. */
export function codesOfSigns(signs: Float64Array): Int32Array {
  return Int32Array.from(signs, (sign) => (sign > 0 ? 1 : 0));
}

/** Class 1 against class 0, both sides alike. */
export const PLAIN_PROBLEM: OneVsRest = { positive: 1, positiveWeight: 1, negativeWeight: 1 };
