import { cubicStep, type Interval, type Trial } from './cubic-step.js';

/** A step must bring this share of the decrease that the slope at the start promises. */
const SUFFICIENT_DECREASE = 1e-3;
/** A step must bring the slope down to this share of the one at the start. */
const CURVATURE = 0.9;
/** The search ends when the interval has shrunk to this share of its upper end. */
const RELATIVE_WIDTH = 0.1;
/** Largest step. */
export const MAX_STEP = 1e10;

/** While nothing is bracketed, the next step goes on by at least and at most these multiples of the last. */
const EXTRAPOLATE_MIN = 1.1;
const EXTRAPOLATE_MAX = 4;
/** A bracketed interval that has not shrunk below this share in two trials is halved. */
const SHRINK = 0.66;

/**
 * The line search of Moré and Thuente, with the constants of L-BFGS-B: finds a step of sufficient decrease
 * (10^-3) and sufficient flatness (0.9). It asks for trials instead of calling a function: evaluate at `step`,
 * pass the result to `advance`, until that says that the search is over.
 *
 * (ACM TOMS 20, 1994, pp. 286-307, DOI 10.1145/192115.192132; the details are those of MINPACK-2's dcsrch.)
 */
export class LineSearch {
  /** The step to evaluate next; once the search is over, the step found. */
  step: number;
  readonly #start: Trial;
  readonly #slopeWanted: number;
  #interval: Interval;
  /** Whether the search still looks for a point of sufficient decrease with a rising slope (stage 1). */
  #looking = true;
  #width = MAX_STEP;
  #widthBefore = 2 * MAX_STEP;
  #min = 0;
  #max: number;

  /**
   * @param step the first step to try, above 0
   * @param value the function's value at step 0
   * @param slope its slope there, below 0
   */
  constructor(step: number, value: number, slope: number) {
    this.step = step;
    this.#start = { step: 0, value, slope };
    this.#slopeWanted = SUFFICIENT_DECREASE * slope;
    this.#interval = { best: this.#start, other: this.#start, bracketed: false };
    this.#max = step + EXTRAPOLATE_MAX * step;
  }

  /**
   * Takes in the value and slope at `step`.
   *
   * @returns true when the search is over: `step` is good, or nothing better can be found near it
   */
  advance(value: number, slope: number): boolean {
    const trial: Trial = { step: this.step, value, slope };
    const enough = this.#start.value + trial.step * this.#slopeWanted;
    if (this.#looking && value <= enough && slope >= 0) this.#looking = false;
    if (this.#isOver(trial, enough)) return true;

    this.step = this.#nextStep(trial, enough);
    this.#shrink();
    if (this.#isStuck(this.step)) this.step = this.#interval.best.step;
    return false;
  }

  /** Instead of `advance`, where the function is not finite at `step`: the next step is a tenth as long. */
  retreat(): void {
    this.step *= 0.1;
    this.#max = this.step + EXTRAPOLATE_MAX * this.step;
  }

  #isOver({ step, value, slope }: Trial, enough: number): boolean {
    if (value <= enough && Math.abs(slope) <= CURVATURE * -this.#start.slope) return true;
    if (this.#isStuck(step)) return true;
    if (step === MAX_STEP && value <= enough && slope <= this.#slopeWanted) return true;
    return step === 0 && (value > enough || slope >= this.#slopeWanted);
  }

  /** Whether a bracketed step has left the interval, or the interval is as narrow as it may get. */
  #isStuck(step: number): boolean {
    if (!this.#interval.bracketed) return false;
    return step <= this.#min || step >= this.#max || this.#max - this.#min <= RELATIVE_WIDTH * this.#max;
  }

  /**
   * In stage 1, a lower value without sufficient decrease is judged by the function less the decrease wanted, whose
   * minimiser has sufficient decrease.
   */
  #nextStep(trial: Trial, enough: number): number {
    const tilt =
      this.#looking && trial.value <= this.#interval.best.value && trial.value > enough
        ? this.#slopeWanted
        : 0;
    const { best, other, bracketed } = this.#interval;
    const tilted = { best: tiltTrial(best, tilt), other: tiltTrial(other, tilt), bracketed };
    const next = cubicStep(tilted, tiltTrial(trial, tilt), this.#min, this.#max);
    this.#interval = {
      best: tiltTrial(next.interval.best, -tilt),
      other: tiltTrial(next.interval.other, -tilt),
      bracketed: next.interval.bracketed,
    };
    return next.step;
  }

  /** Halves an interval that shrinks too slowly, and sets the range of the next step. */
  #shrink(): void {
    const { best, other, bracketed } = this.#interval;
    if (bracketed) {
      const width = Math.abs(other.step - best.step);
      if (width >= SHRINK * this.#widthBefore) this.step = best.step + 0.5 * (other.step - best.step);
      this.#widthBefore = this.#width;
      this.#width = width;
      this.#min = Math.min(best.step, other.step);
      this.#max = Math.max(best.step, other.step);
    } else {
      this.#min = this.step + EXTRAPOLATE_MIN * (this.step - best.step);
      this.#max = this.step + EXTRAPOLATE_MAX * (this.step - best.step);
    }
    this.step = Math.min(Math.max(this.step, 0), MAX_STEP);
  }
}

/** A trial of the function less a line through the origin. */
function tiltTrial(trial: Trial, tilt: number): Trial {
  if (tilt === 0) return trial;
  return { step: trial.step, value: trial.value - trial.step * tilt, slope: trial.slope - tilt };
}
