import { addScaledRow, rowDot } from '@tenfold/linalg';

import { type DualStep, type DualVariable, solveDualVariable } from './dual-variable.js';
import { countedRows, type LogisticData } from './logistic-objective.js';

/** A dual variable starts at this share of its bound, or at `START_MOST` if that is less: inside, close to 0. */
const START_SHARE = 1e-3;
const START_MOST = 1e-8;

/**
 * The dual of LIBLINEAR's logistic regression, one variable α_i for each row that counts:
 *
 *     minimise ½·w(α)'w(α) + Σ_i [α_i·log α_i + (C_i - α_i)·log(C_i - α_i) - C_i·log C_i],   0 < α_i < C_i
 *
 *     w(α) = Σ_i α_i·t_i·x_i
 *
 * Its minimum is the negative of the primal's, and w(α) is there the primal's w. w is kept up to date with α.
 */
export class DualState {
  readonly data: LogisticData;
  /** The rows that count, in the order of their next visit. */
  readonly order: Uint32Array;
  /** α, and C - α, one a row of the matrix. */
  readonly alpha: Float64Array;
  readonly rest: Float64Array;
  /** w(α) */
  readonly w: Float64Array;
  readonly #squares: Float64Array;
  readonly #variable: DualVariable = { alpha: 0, rest: 0, bound: 0, square: 0, margin: 0 };
  readonly #step: DualStep = { change: 0, violation: 0, steps: 0 };

  /**
   * @param data the problem
   * @param size number of parameters, the constant feature's included
   */
  constructor(data: LogisticData, size: number) {
    const { negative, positive } = countedRows(data);
    this.data = data;
    this.order = Uint32Array.from([...negative, ...positive]);
    this.alpha = data.weights.map((bound) => Math.min(START_SHARE * bound, START_MOST));
    this.rest = data.weights.map((bound, i) => bound - this.alpha[i]);
    this.w = new Float64Array(size);
    this.#squares = squaredNorms(data, this.order);
    for (const row of this.order) this.#addRow(row, this.alpha[row] * data.targets[row]);
  }

  /**
   * Minimises in one row's variable, the others fixed.
   *
   * @param row the row
   * @param tolerance the derivative's size that is good enough
   * @returns what happened; overwritten by the next call
   */
  visit(row: number, tolerance: number): Readonly<DualStep> {
    const variable = this.#variable;
    const target = this.data.targets[row];
    variable.alpha = this.alpha[row];
    variable.rest = this.rest[row];
    variable.bound = this.data.weights[row];
    variable.square = this.#squares[row];
    variable.margin = target * this.#score(row);
    solveDualVariable(variable, tolerance, this.#step);
    if (this.#step.steps > 0) {
      this.alpha[row] = variable.alpha;
      this.rest[row] = variable.rest;
      this.#addRow(row, this.#step.change * target);
    }
    return this.#step;
  }

  /** The dual's value. */
  value(): number {
    let sum = 0;
    for (const row of this.order) {
      const bound = this.data.weights[row];
      sum += entropyTerm(this.alpha[row]) + entropyTerm(this.rest[row]) - entropyTerm(bound);
    }
    let squares = 0;
    for (const weight of this.w) squares += weight * weight;
    return 0.5 * squares + sum;
  }

  #score(row: number): number {
    const { design, constant } = this.data;
    const score = rowDot(design, row, this.w);
    return constant === 0 ? score : score + constant * this.w[design.columns];
  }

  #addRow(row: number, scale: number): void {
    const { design, constant } = this.data;
    addScaledRow(design, row, scale, this.w);
    if (constant !== 0) this.w[design.columns] += scale * constant;
  }
}

function entropyTerm(x: number): number {
  return x * Math.log(x);
}

/** x_i'x_i of the rows that count, the constant feature included. */
function squaredNorms({ design, constant }: LogisticData, rows: Uint32Array): Float64Array {
  const cells = new Float64Array(design.columns);
  const squares = new Float64Array(design.rows);
  for (const row of rows) {
    addScaledRow(design, row, 1, cells);
    squares[row] = rowDot(design, row, cells) + constant * constant;
    addScaledRow(design, row, -1, cells);
  }
  return squares;
}
