/** Most Newton iterations on one variable. */
const MOST_STEPS = 100;

/** A Newton step that would leave the interval goes to this share of the variable instead. */
const TOWARDS_ZERO = 0.1;

/** What a row's dual variable sees of the problem. */
export interface DualVariable {
  /** Its value α, strictly between 0 and `bound`. */
  alpha: number;
  /** `bound` - α, kept apart, as near the bound the difference would lose its digits. */
  rest: number;
  /** Largest value, the row's C_i. */
  bound: number;
  /** x_i'x_i, the constant feature included. */
  square: number;
  /** t_i·w'x_i */
  margin: number;
}

/** What solving for a variable gave; overwritten by the next. */
export interface DualStep {
  /** By how much α changes; 0 when it was good enough. */
  change: number;
  /** Size of the derivative by α before. */
  violation: number;
  /** Newton iterations made. */
  steps: number;
}

/**
 * Minimises the dual in one variable by Newton's method until its derivative is below `tolerance`:
 *
 *     α·log α + (C - α)·log(C - α) + ½·square·(α - α₀)² + margin·(α - α₀)
 *
 * It works on the half of (0, C) where the minimum lies and on the distance z from that half's end, α or C - α, so
 * that the many variables close to an end keep their digits. The start z, when it lies beyond the middle, is drawn
 * to the half's inside, from where Newton's method cannot fail to converge. Updates `variable` and fills `out`.
 *
 * Yu, Huang & Lin 2011, algorithm 4 and section 3.2.
 */
export function solveDualVariable(variable: DualVariable, tolerance: number, out: DualStep): void {
  const { square, bound, margin } = variable;
  const nearZero = 0.5 * square * (variable.rest - variable.alpha) + margin >= 0;
  const start = nearZero ? variable.alpha : variable.rest;
  const slope = nearZero ? margin : -margin;
  let z = bound - start < 0.5 * bound ? TOWARDS_ZERO * start : start;
  let derivative = square * (z - start) + slope + Math.log(z / (bound - z));
  out.violation = Math.abs(derivative);
  out.steps = 0;
  while (Math.abs(derivative) >= tolerance && out.steps <= MOST_STEPS) {
    const next = z - derivative / (square + bound / (bound - z) / z);
    z = next <= 0 ? TOWARDS_ZERO * z : next;
    derivative = square * (z - start) + slope + Math.log(z / (bound - z));
    out.steps++;
  }
  out.change = out.steps === 0 ? 0 : nearZero ? z - start : start - z;
  if (out.steps > 0) {
    variable.alpha = nearZero ? z : bound - z;
    variable.rest = nearZero ? bound - z : z;
  }
}
