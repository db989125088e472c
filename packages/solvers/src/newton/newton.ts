import { workMeter } from '@tenfold/linalg';

import { lbfgs } from '../lbfgs/lbfgs.js';
import { LineSearch } from '../lbfgs/line-search.js';
import { type CgProgress, newtonStep, type NewtonStep } from '../liblinear/conjugate-gradient.js';
import type { DescentResult } from '../objectives/certify.js';
import {
  type Conditioner,
  type ConditionerSource,
  IDENTITY,
  UNCONDITIONED,
} from '../preconditioners/conditioner.js';
import { type Stop, STOPS } from '../stops.js';
import type { OnIteration } from '../types.js';
import { dot, maxAbs, sumAbs } from '../vectors.js';
import type { CurvedObjective } from './curved-objective.js';

/** Most evaluations in a line search. */
const TRIALS = 40;

/** How much longer than a step that was good the next may be. */
const GROWTH = 4;

/** Values that differ by no more than this share differ by rounding: the gradient then tells which point is better. */
const ROUNDING = 16 * Number.EPSILON;

/** Preconditioners that hold memory. */
export interface MadeConditioners extends ConditionerSource<Float64Array> {
  /** Gives it back. */
  release(): void;
}

/** How the steps of a Newton method are found. */
export interface NewtonMethod {
  /** Where the preconditioners of its conjugate gradients come from. */
  readonly conditioners: ConditionerSource<Float64Array> | MadeConditioners;
  /** When they have solved for a step well enough, by the gradient that it starts from. */
  readonly isEnough: (gradient: Float64Array) => (progress: CgProgress) => boolean;
  /** Whether half the squared Newton decrement of the last step must be within tol, too. */
  readonly judgesDecrement: boolean;
}

/** Checked options of `newton`. */
export interface NewtonOptions extends NewtonMethod {
  /** Stops when the gradient's largest absolute entry is at most this. */
  readonly tol: number;
  /** Most steps. */
  readonly maxIter: number;
  readonly signal?: AbortSignal | undefined;
  readonly onIteration?: OnIteration | undefined;
}

/**
 * Minimises a convex function by Newton's method: conjugate gradients solve for each step, roughly or as good as exactly, and
 * the line search of Moré and Thuente, which tries the whole step first, says how far to go. Near the optimum, where values
 * differ by rounding alone, a step is good that makes the gradient smaller.
 *
 * Where nothing lower is found and the step did not promise more than rounding takes, that is the minimum. Where a preconditioner
 * leads to no step otherwise, it goes on without; where there is none, by L-BFGS, which knows no Hessian that
 * could overflow or be singular.
 *
 * @param objective the function
 * @param start where to start; not changed
 * @returns the best point; its `gradNorm` is the gradient's largest absolute entry
 */
export function newton(
  objective: CurvedObjective,
  start: Float64Array,
  options: NewtonOptions,
): Promise<DescentResult> {
  return new NewtonRun(objective, start, options).run();
}

class NewtonRun {
  readonly #x: Float64Array;
  readonly #gradient: Float64Array;
  readonly #xBefore: Float64Array;
  readonly #gradientBefore: Float64Array;
  #loss = NaN;
  #nIter = 0;
  #nEvaluations = 0;
  /** Steps that led nowhere. */
  #nFailed = 0;
  /** By how much the last step, if it was solved for, would have lowered a quadratic function. */
  #promised = Infinity;
  /** Half the square of the last step's Newton decrement. */
  #decrement = Infinity;
  /** How long a step may be, in the norm of its preconditioner: where the function is no quadratic one, as far as the last went. */
  #radius = Infinity;
  #conditioners: ConditionerSource<Float64Array>;
  #conditioner: Conditioner | undefined;
  /** Preconditioners that were made for the point where it stands. */
  #madeHere = 0;
  /** Passes over the rows since the preconditioner was made. */
  #spent = 0;

  constructor(
    readonly objective: CurvedObjective,
    start: Float64Array,
    readonly options: NewtonOptions,
  ) {
    const { size } = objective;
    this.#x = start.slice();
    this.#gradient = new Float64Array(size);
    this.#xBefore = new Float64Array(size);
    this.#gradientBefore = new Float64Array(size);
    this.#conditioners = options.conditioners;
  }

  async run(): Promise<DescentResult> {
    await this.#evaluate();
    for (;;) {
      const stop = this.#whyStop();
      if (stop !== undefined) return this.#end(stop);
      if (await this.#iterate()) {
        if (!this.#report()) return this.#end('caller');
      } else if (this.#promised <= ROUNDING * Math.abs(this.#loss)) {
        return this.#end('value');
      } else if (this.#conditioners === UNCONDITIONED) {
        return this.#descend();
      } else {
        this.#improve();
      }
    }
  }

  async #evaluate(): Promise<void> {
    this.#nEvaluations++;
    this.#loss = await this.objective.evaluate(this.#x, this.#gradient);
    await workMeter.spend(8 * this.objective.size, this.options.signal);
  }

  #whyStop(): Stop | undefined {
    const { tol, maxIter, judgesDecrement } = this.options;
    const most = maxAbs(this.#gradient);
    if (most === 0 || (most <= tol && (!judgesDecrement || this.#decrement <= tol))) return 'gradient';
    return this.#nIter + this.#nFailed >= maxIter ? 'iterations' : undefined;
  }

  /** Takes a step; false when there was none to take. */
  async #iterate(): Promise<boolean> {
    const { isEnough, signal } = this.options;
    const { precision, fresh } = this.#conditioners;
    if (this.#conditioner === undefined) {
      this.#conditioner = await this.#conditioners.at(this.#x);
      this.#madeHere++;
      this.#spent = 0;
    }
    const newton = await newtonStep({
      gradient: this.#gradient,
      multiply: (direction, out) => this.objective.hessianVectorProduct(direction, out, precision),
      radius: this.#radius,
      conditioner: this.#conditioner,
      isEnough: isEnough(this.#gradient),
      signal,
    });
    this.#promised = newton.isSolved ? newton.predicted : Infinity;
    if (isDescent(newton) && (await this.#searchLine(newton))) {
      this.#spent += newton.products + 1;
      if (this.#spent > fresh || !(newton.isSolved || newton.isBounded)) this.#conditioner = undefined;
      this.#madeHere = 0;
      this.#nIter++;
      this.#decrement = newton.isBounded ? Infinity : -0.5 * newton.slope;
      return true;
    }
    this.#nFailed++;
    return false;
  }

  /** Has another preconditioner made where one has led nowhere; goes on without where it was made for this very point. */
  #improve(): void {
    const isOwn = this.#madeHere > 1 || (this.#madeHere === 1 && this.#conditioner !== IDENTITY);
    if (isOwn) this.#conditioners = UNCONDITIONED;
    this.#conditioner = undefined;
  }

  /** Moves along a step as far as is good; false when nothing lower is found, and it stays. */
  async #searchLine({ step, slope, length }: NewtonStep): Promise<boolean> {
    const lossBefore = this.#loss;
    this.#xBefore.set(this.#x);
    this.#gradientBefore.set(this.#gradient);
    const search = new LineSearch(1, lossBefore, slope);
    for (let trial = 0; trial < TRIALS; trial++) {
      const { step: share } = search;
      for (let i = 0; i < step.length; i++) this.#x[i] = this.#xBefore[i] + share * step[i];
      await this.#evaluate();
      const slopeNow = dot(this.#gradient, step);
      if (!Number.isFinite(this.#loss) || !Number.isFinite(slopeNow)) search.retreat();
      else if (this.#isBetterByGradient(lossBefore)) return true;
      else if (search.advance(this.#loss, slopeNow)) {
        if (!(this.#loss < lossBefore)) break;
        this.#trust(share, length);
        return true;
      }
    }
    // What the Hessian is made of goes back with the point.
    this.#x.set(this.#xBefore);
    await this.#evaluate();
    return false;
  }

  /** Lets the next step be as long as this one was good for, and longer where all of it was. */
  #trust(share: number, length: number): void {
    const good = share * length;
    this.#radius = share < 1 ? good : Math.max(this.#radius, GROWTH * good);
  }

  #isBetterByGradient(lossBefore: number): boolean {
    if (!(Math.abs(this.#loss - lossBefore) <= ROUNDING * Math.abs(lossBefore))) return false;
    return sumAbs(this.#gradient) < sumAbs(this.#gradientBefore);
  }

  /** Tells of the step; false when the caller has seen enough. */
  #report(): boolean {
    const { onIteration, signal } = this.options;
    const report = { iteration: this.#nIter, loss: this.#loss, gradNorm: maxAbs(this.#gradient), x: this.#x };
    const answer = onIteration?.(report);
    signal?.throwIfAborted();
    return answer !== false;
  }

  /** Goes on from here by L-BFGS for the iterations that are left. */
  async #descend(): Promise<DescentResult> {
    const { tol, maxIter, signal, onIteration } = this.options;
    const done = this.#nIter;
    const left = maxIter - done - this.#nFailed;
    if (left < 1) return this.#end('iterations');
    const found = await lbfgs(this.objective, this.#x, {
      tol,
      maxIter: left,
      signal,
      onIteration:
        onIteration && ((report) => onIteration({ ...report, iteration: done + report.iteration })),
    });
    const nEvaluations = this.#nEvaluations + found.nEvaluations;
    return { ...found, nIter: done + found.nIter, nEvaluations };
  }

  #end(stop: Stop): DescentResult {
    const [converged, message] = STOPS[stop];
    return {
      x: this.#x,
      loss: this.#loss,
      gradNorm: maxAbs(this.#gradient),
      nIter: this.#nIter,
      nEvaluations: this.#nEvaluations,
      converged,
      message,
      stop,
      gradient: this.#gradient,
    };
  }
}

/** Whether a step is made of numbers and leads down. */
function isDescent({ step, slope }: NewtonStep): boolean {
  return slope < 0 && slope > -Infinity && Number.isFinite(maxAbs(step));
}
