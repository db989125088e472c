import { ShapeError } from '@tenfold/core';
import { type Precision, workMeter } from '@tenfold/linalg';

import { LbfgsMemory } from './memory.js';
import {
  checkLbfgsOptions,
  type LbfgsOptions,
  type LbfgsSettings,
  type PreconditionRefresh,
} from './options.js';
import { LineSearch, MAX_STEP } from './line-search.js';
import { type Stop, STOPS } from '../stops.js';
import type { Objective, SolverResult } from '../types.js';
import { dot, maxAbs } from '../vectors.js';

/**
 * Minimises a smooth function by limited-memory BFGS with the line search of Moré and Thuente: L-BFGS-B without
 * bounds, iteration by iteration what SciPy's `minimize(method='L-BFGS-B')` does (up to rounding).
 *
 * It stops when the gradient's largest absolute entry is at most `tol` or the value has all but ceased to fall
 * (`ftol`): converged; or when iterations or evaluations have run out or no descent is possible: not converged.
 * Unlike SciPy it counts as converged when the last iteration allowed meets the stopping rule, and line searches that
 * find nothing count among the iterations allowed. Where a value, a gradient or a direction is not finite, in single precision
 * or with a preconditioner, it goes on in double precision and without.
 *
 * (C. Zhu, R. H. Byrd, P. Lu, J. Nocedal, "Algorithm 778: L-BFGS-B", ACM TOMS 23, 1997,
 * DOI 10.1145/279232.279236.)
 *
 * @param objective the function
 * @param start where to start; not changed
 * @param options see `LbfgsOptions`
 * @returns the best point; its `gradNorm` is the gradient's largest absolute entry
 * @throws ParameterError when an option is unknown or out of range, ShapeError when `start` has another size
 */
export async function lbfgs(
  objective: Objective,
  start: Float64Array,
  options: LbfgsOptions = {},
): Promise<LbfgsResult> {
  const settings = checkLbfgsOptions(options);
  if (start.length !== objective.size) {
    throw new ShapeError('lbfgs', `a start of ${objective.size} parameters`, `${start.length}`);
  }
  settings.signal?.throwIfAborted();
  return new LbfgsRun(objective, start, settings).run();
}

/** Where `lbfgs` ended. */
export interface LbfgsResult extends SolverResult {
  /** Why it stopped, by name. */
  readonly stop: Stop;
  /** The gradient at `x`. */
  readonly gradient: Float64Array;
}

/** In single precision an iteration that lowers the value by less than this share of it is lost in rounding. */
const SINGLE_GAIN = 1e-6;

/** Fewer iterations than these are not worth a preconditioner. */
const LEAST_POLISHED = 4;

class LbfgsRun {
  readonly #memory: LbfgsMemory;
  #x: Float64Array;
  #gradient: Float64Array;
  #loss = 0;
  #gradNorm = 0;
  #nIter = 0;
  #nEvaluations = 0;
  /** Line searches that found nothing. */
  #nFailed = 0;
  /** Preconditioners made, and the iteration after which the last was. */
  #nMade = 0;
  #madeAt = 0;
  /** The last iteration of those that polish a result. */
  #enough = Infinity;
  /** The point before that, where the gradient was small. */
  #flatPoint: Pick<LbfgsResult, 'x' | 'gradient' | 'loss' | 'nIter'> | undefined;
  /** Whether directions have no scale yet. */
  #unscaled: boolean;
  #precision: Precision;
  /** The point, gradient and value before the line search. */
  #xBefore: Float64Array;
  #gradientBefore: Float64Array;
  #lossBefore = 0;
  /** The point at step 1, and the direction to it. */
  readonly #target: Float64Array;
  readonly #direction: Float64Array;

  constructor(
    readonly objective: Objective,
    start: Float64Array,
    readonly settings: LbfgsSettings,
  ) {
    const size = objective.size;
    this.#precision = settings.precision === 'mixed' ? 'single' : 'double';
    this.#unscaled = settings.precondition === undefined;
    this.#memory = new LbfgsMemory(size, settings.history, settings.precondition);
    this.#x = start.slice();
    this.#gradient = new Float64Array(size);
    this.#xBefore = new Float64Array(size);
    this.#gradientBefore = new Float64Array(size);
    this.#target = new Float64Array(size);
    this.#direction = new Float64Array(size);
  }

  async run(): Promise<LbfgsResult> {
    await this.#evaluate();
    if (!this.#isFinite() && this.#precision === 'single') await this.#startPlainly();
    this.#gradNorm = maxAbs(this.#gradient);
    let stop: Stop | undefined = this.#isFlat() ? 'gradient' : undefined;
    for (;;) {
      if (stop === undefined) stop = await this.#iterate();
      else if (this.#precision === 'double') return this.#stop(stop);
      else stop = await this.#toDouble(stop);
    }
  }

  /** Makes another preconditioner when it is due. */
  async #refresh({ due, make }: PreconditionRefresh): Promise<void> {
    const iteration = this.#nIter;
    const gain = (this.#lossBefore - this.#loss) / Math.abs(this.#loss);
    const progress = { iteration, gain, age: iteration - this.#madeAt, made: this.#nMade };
    if (due(progress)) await this.#precondition(make);
  }

  /** Goes on from where the gradient is small, if that is wanted and can be; says so. */
  async #polish({ polish = false, make }: PreconditionRefresh): Promise<boolean> {
    if (!polish || this.#nMade > 0 || this.#nIter < LEAST_POLISHED || !(await this.#precondition(make))) {
      return false;
    }
    this.#enough = this.#nIter + Math.floor(this.#nIter / 2);
    this.#flatPoint = {
      x: this.#x.slice(),
      gradient: this.#gradient.slice(),
      loss: this.#loss,
      nIter: this.#nIter,
    };
    return !this.#isDone();
  }

  async #precondition(make: PreconditionRefresh['make']): Promise<boolean> {
    const precondition = await make(this.#x);
    this.#nMade++;
    this.#madeAt = this.#nIter;
    if (precondition === undefined) return false;
    if (precondition === 'plain') {
      await this.#startPlainly();
      return true;
    }
    this.#memory.restart(precondition);
    this.#unscaled = false;
    return true;
  }

  #isFlat(): boolean {
    return this.#gradNorm <= this.settings.tol;
  }

  /** Whether the gradient is small, and the next step promises no more than rounding would. */
  #isDone(): boolean {
    if (this.#flatPoint !== undefined && this.#nIter >= this.#enough) return true;
    if (!this.#isFlat()) return false;
    const { promise, precondition } = this.settings;
    const plain = precondition === undefined && this.#nMade === 0;
    if (plain || promise === Infinity) return true;
    this.#memory.direction(this.#gradient, this.#direction);
    const promised = -0.5 * dot(this.#gradient, this.#direction);
    const least = this.#precision === 'single' ? Math.max(promise, SINGLE_GAIN) : promise;
    return !(promised > least * Math.abs(this.#loss));
  }

  #isFinite(): boolean {
    return Number.isFinite(this.#loss) && Number.isFinite(maxAbs(this.#gradient));
  }

  /** One iteration; says why to stop after it, if so. */
  async #iterate(): Promise<Stop | undefined> {
    const found = await this.#searchLine();
    if (found === 'lower') {
      const { refresh } = this.settings;
      const stop = this.#report() ? this.#whyStop() : 'caller';
      if (stop === 'value' && this.#precision === 'double' && this.#memory.isPreconditioned) {
        // What the preconditioner cannot see may still be seen by plain steps.
        await this.#startPlainly();
        return undefined;
      }
      if (refresh === undefined) return stop;
      if (stop === undefined) await this.#refresh(refresh);
      return stop === 'gradient' && (await this.#polish(refresh)) ? undefined : stop;
    }
    this.#nFailed++;
    const ranOut = this.#hasRunOut();
    if (ranOut !== undefined) return ranOut;
    const helped = this.#precision === 'single' || this.#memory.isPreconditioned;
    if (found === 'not finite' && helped) await this.#startPlainly();
    else if (!this.#memory.isEmpty) this.#memory.clear();
    else if (this.#precision === 'single') return this.#toDouble('descent');
    else if (helped) await this.#startPlainly();
    else return 'descent';
    return undefined;
  }

  /** Goes on from here in double precision and without a preconditioner. */
  async #startPlainly(): Promise<void> {
    this.#precision = 'double';
    this.#memory.restart(undefined);
    this.#unscaled = true;
    await this.#evaluate();
    this.#gradNorm = maxAbs(this.#gradient);
  }

  /**
   * Looks again in double precision; the steps remembered stay good enough. Says whether to stop nevertheless.
   *
   * @param stop why the steps in single precision ended
   */
  async #toDouble(stop: Stop): Promise<Stop | undefined> {
    this.#precision = 'double';
    await this.#evaluate();
    this.#gradNorm = maxAbs(this.#gradient);
    if (stop === 'caller') return stop;
    if (this.#isDone()) return 'gradient';
    return this.#hasRunOut();
  }

  async #evaluate(): Promise<void> {
    this.#nEvaluations++;
    this.#loss = await this.objective.evaluate(this.#x, this.#gradient, this.#precision);
    await workMeter.spend(8 * this.settings.history * this.objective.size, this.settings.signal);
  }

  /** Moves to a lower point along the quasi-Newton direction; when there is none, stays and says why. */
  async #searchLine(): Promise<'lower' | 'none' | 'not finite'> {
    this.#chooseDirection();
    const slopeBefore = dot(this.#gradient, this.#direction);
    if (!Number.isFinite(slopeBefore)) return 'not finite';
    if (slopeBefore >= 0) return 'none';
    const length = Math.sqrt(dot(this.#direction, this.#direction));
    // The very first direction has no scale yet: a step of length 1 is tried.
    const first = this.#unscaled ? Math.min(1 / length, MAX_STEP) : 1;
    const search = new LineSearch(first, this.#loss, slopeBefore);
    this.#savePoint();
    for (let trials = 0; trials < this.settings.maxLineSearch; trials++) {
      this.#moveTo(search.step);
      await this.#evaluate();
      const slope = dot(this.#gradient, this.#direction);
      if (!this.#isFinite() || Number.isNaN(slope)) {
        if (this.#precision === 'single') {
          this.#restorePoint();
          return 'not finite';
        }
        search.retreat();
      } else if (search.advance(this.#loss, slope)) {
        this.#nIter++;
        this.#unscaled = false;
        this.#gradNorm = maxAbs(this.#gradient);
        this.#remember(search.step, slopeBefore, slope);
        return 'lower';
      }
    }
    this.#restorePoint();
    return 'none';
  }

  #chooseDirection(): void {
    this.#memory.direction(this.#gradient, this.#direction);
    for (let i = 0; i < this.#x.length; i++) {
      this.#target[i] = this.#x[i] + this.#direction[i];
      this.#direction[i] = this.#target[i] - this.#x[i];
    }
  }

  #moveTo(step: number): void {
    for (let i = 0; i < this.#x.length; i++) {
      this.#x[i] = step === 1 ? this.#target[i] : step * this.#direction[i] + this.#xBefore[i];
    }
  }

  #savePoint(): void {
    this.#xBefore.set(this.#x);
    this.#gradientBefore.set(this.#gradient);
    this.#lossBefore = this.#loss;
  }

  #restorePoint(): void {
    this.#x.set(this.#xBefore);
    this.#gradient.set(this.#gradientBefore);
    this.#loss = this.#lossBefore;
  }

  /** Takes the step into the memory, unless the curvature along it is not clearly positive. */
  #remember(step: number, slopeBefore: number, slope: number): void {
    const sy = (slope - slopeBefore) * step;
    if (!(sy > Number.EPSILON * -slopeBefore * step)) return;
    this.#memory.push(step, this.#direction, this.#gradientBefore, this.#gradient, sy);
  }

  /** Tells of the iteration; false when the caller has seen enough. */
  #report(): boolean {
    const { onIteration, signal } = this.settings;
    const answer = onIteration?.({
      iteration: this.#nIter,
      loss: this.#loss,
      gradNorm: this.#gradNorm,
      x: this.#x,
    });
    signal?.throwIfAborted();
    return answer !== false;
  }

  #whyStop(): Stop | undefined {
    const { ftol } = this.settings;
    if (this.#isDone()) return 'gradient';
    const size = Math.max(Math.abs(this.#lossBefore), Math.abs(this.#loss), 1);
    const least = this.#precision === 'single' ? Math.max(ftol, SINGLE_GAIN) : ftol;
    const stop = this.#hasRunOut();
    if (this.#lossBefore - this.#loss > least * size) return stop;
    return stop === 'iterations' ? stop : 'value';
  }

  #hasRunOut(): Stop | undefined {
    if (this.#nIter + this.#nFailed >= this.settings.maxIter) return 'iterations';
    if (this.#nEvaluations > this.settings.maxEvaluations) return 'evaluations';
    return undefined;
  }

  /** Goes back, where the steps that were to polish the result have not, to where the gradient was small. */
  #returnToFlat(): void {
    if (this.#flatPoint === undefined) return;
    const { x, gradient, loss, nIter } = this.#flatPoint;
    this.#x = x;
    this.#gradient = gradient;
    [this.#loss, this.#nIter, this.#gradNorm] = [loss, nIter, maxAbs(gradient)];
  }

  #stop(why: Stop): LbfgsResult {
    if (why !== 'caller' && !this.#isFlat()) this.#returnToFlat();
    // The gradient's rule may hold without the promise's when iterations run out or the value falls no more.
    const stop = why !== 'caller' && this.#isFlat() ? 'gradient' : why;
    const [converged, message] = STOPS[stop];
    return {
      x: this.#x,
      loss: this.#loss,
      gradNorm: this.#gradNorm,
      nIter: this.#nIter,
      nEvaluations: this.#nEvaluations,
      converged,
      message,
      stop,
      gradient: this.#gradient,
    };
  }
}
