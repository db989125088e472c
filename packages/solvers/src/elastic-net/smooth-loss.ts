/** A point together with what a loss is there; filled by `SmoothLoss.evaluate`. */
export interface LossPoint {
  readonly parameters: Float64Array;
  /** The loss, without penalties. */
  value: number;
  /** Its derivatives. */
  readonly gradient: Float64Array;
  /** What the Hessian is made of beside the rows: each kind of loss says what. */
  readonly curvatures: Float64Array;
}

/** A smooth convex loss of linear scores, whose Hessian can be had for some of the parameters. */
export interface SmoothLoss {
  /** Number of parameters. */
  readonly size: number;
  /** A point with the parameters 0, not yet evaluated. */
  point(): LossPoint;
  /** Fills a point's value, gradient and curvatures from its parameters. */
  evaluate(point: LossPoint): Promise<void>;
  /**
   * The quadratic model of the loss around an evaluated point, in some of the parameters; unless it is to be `exact`, its
   * Hessian may leave out what hardly counts.
   */
  model(at: LossPoint, chosen: Uint32Array, exact: boolean): Promise<QuadraticModel>;
}

/**
 * The quadratic model g'd + ½·d'Hd of a loss in m chosen parameters, at a displacement d that its user moves, from 0
 * on.
 */
export interface QuadraticModel {
  /** The diagonal of H. */
  readonly diagonal: Float64Array;
  /** H, row after row, when it has been formed. */
  readonly hessian?: Float64Array | undefined;
  /** Multiply-adds of a call of `slope` and one of `move`, about. */
  readonly work: number;
  /** The derivative by a parameter at d: (g + Hd)_k. */
  slope(k: number): number;
  /** Adds to d_k. */
  move(k: number, step: number): void;
}
