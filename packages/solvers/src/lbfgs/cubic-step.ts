/** A trial step of a line search: how far along the direction, the function's value and slope there. */
export interface Trial {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

/** Where a line search stands. */
export interface Interval {
  /** The best trial so far; its slope points towards the minimum. */
  readonly best: Trial;
  /** The other end. */
  readonly other: Trial;
  /** Whether a minimum is known to lie between the two. */
  readonly bracketed: boolean;
}

/** How far a bracketed step may go towards the other end when both slopes have the same sign. */
const TOWARDS_OTHER = 0.66;

/**
 * The safeguarded step of Moré and Thuente: from the best trial, the other end of the interval and the trial just
 * made, the next trial step, by cubic interpolation through values and slopes, set against the quadratic or the
 * secant step. (J. J. Moré, D. J. Thuente, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS
 * 20, 1994, section 4, DOI 10.1145/192115.192132.)
 *
 * @param interval where the search stands
 * @param trial the step just tried; inside the interval when it is bracketed
 * @param min smallest step allowed while nothing is bracketed
 * @param max largest step allowed while nothing is bracketed
 * @returns the next step and the interval with the trial taken in
 */
export function cubicStep(
  interval: Interval,
  trial: Trial,
  min: number,
  max: number,
): { step: number; interval: Interval } {
  const { best, other, bracketed } = interval;
  if (trial.value > best.value) {
    return { step: stepBack(best, trial), interval: { best, other: trial, bracketed: true } };
  }
  if (trial.slope * Math.sign(best.slope) < 0) {
    return { step: stepAcross(best, trial), interval: { best: trial, other: best, bracketed: true } };
  }
  const step =
    Math.abs(trial.slope) < Math.abs(best.slope)
      ? stepOnwards(interval, trial, min, max)
      : stepFar(interval, trial, min, max);
  return { step, interval: { best: trial, other, bracketed } };
}

/** Case 1, the trial is higher: the cubic step when it is nearer to the best, else midway to the quadratic. */
function stepBack(best: Trial, trial: Trial): number {
  const width = trial.step - best.step;
  const { theta, gamma } = cubic(best, trial);
  const root = trial.step < best.step ? -gamma : gamma;
  const ratio = (root - best.slope + theta) / (root - best.slope + root + trial.slope);
  const byCubic = best.step + ratio * width;
  const chord = (best.value - trial.value) / width;
  const byQuadratic = best.step + (best.slope / (chord + best.slope) / 2) * width;
  return Math.abs(byCubic - best.step) <= Math.abs(byQuadratic - best.step)
    ? byCubic
    : byCubic + (byQuadratic - byCubic) / 2;
}

/** Case 2, lower and the slope has turned: the farther of the cubic and the secant step. */
function stepAcross(best: Trial, trial: Trial): number {
  const { theta, gamma } = cubic(best, trial);
  const root = trial.step > best.step ? -gamma : gamma;
  const ratio = (root - trial.slope + theta) / (root - trial.slope + root + best.slope);
  const byCubic = trial.step + ratio * (best.step - trial.step);
  return farther(trial.step, byCubic, secant(best, trial));
}

/** Case 3, lower, same sign and flatter: the cubic step only where its minimum lies beyond the trial. */
function stepOnwards({ best, other, bracketed }: Interval, trial: Trial, min: number, max: number): number {
  const { theta, gamma } = cubic(best, trial);
  const root = trial.step > best.step ? -gamma : gamma;
  const ratio = (root - trial.slope + theta) / (root + (best.slope - trial.slope) + root);
  const limit = trial.step > best.step ? max : min;
  const byCubic = ratio < 0 && root !== 0 ? trial.step + ratio * (best.step - trial.step) : limit;
  const bySecant = secant(best, trial);
  if (!bracketed) return clamp(farther(trial.step, byCubic, bySecant), min, max);
  const nearer = Math.abs(byCubic - trial.step) < Math.abs(bySecant - trial.step) ? byCubic : bySecant;
  const bound = trial.step + TOWARDS_OTHER * (other.step - trial.step);
  return trial.step > best.step ? Math.min(bound, nearer) : Math.max(bound, nearer);
}

/** Case 4, lower, same sign and no flatter: the cubic step towards the other end, or as far as allowed. */
function stepFar({ best, other, bracketed }: Interval, trial: Trial, min: number, max: number): number {
  if (!bracketed) return trial.step > best.step ? max : min;
  const { theta, gamma } = cubic(other, trial);
  const root = trial.step > other.step ? -gamma : gamma;
  const ratio = (root - trial.slope + theta) / (root - trial.slope + root + other.slope);
  return trial.step + ratio * (other.step - trial.step);
}

/** The cubic through two trials: its middle coefficient and the root of its discriminant, scaled against overflow. */
function cubic(from: Trial, to: Trial): { theta: number; gamma: number } {
  const theta = (3 * (from.value - to.value)) / (to.step - from.step) + from.slope + to.slope;
  const scale = Math.max(Math.abs(theta), Math.abs(from.slope), Math.abs(to.slope));
  const discriminant = (theta / scale) ** 2 - (from.slope / scale) * (to.slope / scale);
  return { theta, gamma: scale * Math.sqrt(Math.max(0, discriminant)) };
}

function secant(best: Trial, trial: Trial): number {
  return trial.step + (trial.slope / (trial.slope - best.slope)) * (best.step - trial.step);
}

function farther(from: number, a: number, b: number): number {
  return Math.abs(a - from) > Math.abs(b - from) ? a : b;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
