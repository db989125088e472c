import type { FitReport, FitWeights } from '@tenfold/base';
import type { OnIteration } from '@tenfold/solvers';

/** The weights and the iterations of the binary problems of a one-vs-rest fit, which are solved side by side. */
export class StandingWeights {
  readonly #columns: number;
  readonly #constant: number;
  readonly #parameters: Float64Array[];
  #iterations = 0;

  /**
   * @param problems how many there are
   * @param columns features of a row
   * @param constant what an intercept is multiplied by; 0 for none
   */
  constructor(problems: number, columns: number, constant: number) {
    this.#columns = columns;
    this.#constant = constant;
    this.#parameters = Array.from({ length: problems }, () => new Float64Array(columns + 1));
  }

  /** Passes on what the solver of a problem tells, with the weights of all of them. */
  reporter(problem: number, onIteration: (report: FitReport) => unknown): OnIteration {
    return ({ x, ...step }) => {
      this.#parameters[problem].set(x);
      this.#iterations++;
      return onIteration({
        ...step,
        problem,
        problems: this.#parameters.length,
        iterations: this.#iterations,
        weights: () => this.#weights(),
      });
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
