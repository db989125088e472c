import type { FitWeights } from '@tenfold/base';
import type { OnIteration } from '@tenfold/solvers';

import { type LinearFitReport, linearReport } from '../linear-fit-report.js';

/** The weights and the iterations of the binary problems of a one-vs-rest fit, which are solved side by side. */
export class StandingWeights {
  readonly #columns: number;
  readonly #constant: number;
  readonly #parameters: Float64Array[];
  readonly #total: number;
  #done = 0;

  /**
   * @param problems how many there are
   * @param columns features of a row
   * @param constant what an intercept is multiplied by; 0 for none
   * @param maxIter the most iterations of a problem
   */
  constructor(problems: number, columns: number, constant: number, maxIter: number) {
    this.#columns = columns;
    this.#constant = constant;
    this.#total = problems * maxIter;
    this.#parameters = Array.from({ length: problems }, () => new Float64Array(columns + 1));
  }

  /** Passes on what the solver of a problem tells, with the weights of all of them. */
  reporter(problem: number, onIteration: (report: LinearFitReport) => unknown): OnIteration {
    return ({ x, ...step }) => {
      this.#parameters[problem].set(x);
      this.#done++;
      return onIteration(
        linearReport(step, {
          done: this.#done,
          total: this.#total,
          problem,
          problems: this.#parameters.length,
          weights: () => this.#weights(),
        }),
      );
    };
  }

  #weights(): FitWeights {
    const each = this.#parameters.map((x) => splitBinary(x, this.#columns, this.#constant));
    return { coef: each.map(({ coef }) => coef), intercept: each.map(({ intercept }) => intercept) };
  }
}

/** Takes a binary problem's parameters, the intercept's last, apart. */
export function splitBinary(
  x: Readonly<Float64Array>,
  columns: number,
  constant: number,
): { coef: Float64Array; intercept: number } {
  return { coef: x.slice(0, columns), intercept: constant === 0 ? 0 : constant * x[columns] };
}
