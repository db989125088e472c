import { ShapeError } from '@tenfold/core';
import { type Precision, workMeter } from '@tenfold/linalg';

import { LbfgsMemory } from './memory.js';
import { checkLbfgsOptions, type LbfgsOptions, type LbfgsSettings } from './options.js';
import { LineSearch, MAX_STEP } from './line-search.js';
import { CALLER_STOP, type Objective, type SolverResult } from '../types.js';
import { dot, maxAbs } from '../vectors.js';

/**
 * Minimises a smooth function by limited-memory BFGS with the line search of Moré and Thuente: L-BFGS-B without
 * bounds, iteration by iteration what SciPy's `minimize(method='L-BFGS-B')` does (up to rounding).
 *
 * It stops when the gradient's largest absolute entry is at most `tol` or the value has all but ceased to fall
 * (`ftol`): converged; or when iterations or evaluations have run out or no descent is possible: not converged.
 * Unlike SciPy it counts as converged when the last iteration allowed meets the stopping rule.
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
): Promise<SolverResult> {
  const settings = checkLbfgsOptions(options);
  if (start.length !== objective.size) {
    throw new ShapeError('lbfgs', `a start of ${objective.size} parameters`, `${start.length}`);
  }
  settings.signal?.throwIfAborted();
  return new LbfgsRun(objective, start, settings).run();
}

/** Names of the ways to stop, and whether the stopping rule was met. */
const STOPS = {
  gradient: [true, 'the gradient is within tol'],
  value: [true, 'the value has all but ceased to fall (ftol)'],
  iterations: [false, 'reached maxIter iterations'],
  evaluations: [false, 'exceeded maxEvaluations evaluations'],
  descent: [false, 'the line search found no lower value along the steepest descent'],
  caller: [CALLER_STOP.converged, CALLER_STOP.message],
} as const;

type Stop = keyof typeof STOPS;

/** In single precision an iteration that lowers the value by less than this share of it is lost in rounding. */
const SINGLE_GAIN = 1e-6;

class LbfgsRun {
  readonly #memory: LbfgsMemory;
  #x: Float64Array;
  #gradient: Float64Array;
  #loss = 0;
  #gradNorm = 0;
  #nIter = 0;
  #nEvaluations = 0;
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
    this.#memory = new LbfgsMemory(size, settings.history, settings.precondition);
    this.#x = start.slice();
    this.#gradient = new Float64Array(size);
    this.#xBefore = new Float64Array(size);
    this.#gradientBefore = new Float64Array(size);
    this.#target = new Float64Array(size);
    this.#direction = new Float64Array(size);
  }

  async run(): Promise<SolverResult> {
    await this.#evaluate();
    this.#gradNorm = maxAbs(this.#gradient);
    let stop: Stop | undefined = this.#isFlat() ? 'gradient' : undefined;
    for (;;) {
      if (stop === undefined) stop = await this.#iterate();
      else if (this.#precision === 'double') return this.#stop(stop);
      else stop = await this.#toDouble(stop);
    }
  }

  async #refresh(): Promise<void> {
    const { refresh } = this.settings;
    if (refresh?.after.includes(this.#nIter) !== true) return;
    const precondition = await refresh.make(this.#x);
    if (precondition !== undefined) this.#memory.restart(precondition);
  }

  #isFlat(): boolean {
    return this.#gradNorm <= this.settings.tol;
  }

  /** One iteration; says why to stop after it, if so. */
  async #iterate(): Promise<Stop | undefined> {
    if (await this.#searchLine()) {
      const stop = this.#report() ? this.#whyStop() : 'caller';
      if (stop === undefined) await this.#refresh();
      return stop;
    }
    if (this.#memory.isEmpty) return 'descent';
    this.#memory.clear();
    return undefined;
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
    if (this.#isFlat()) return 'gradient';
    return this.#hasRunOut();
  }

  async #evaluate(): Promise<void> {
    this.#nEvaluations++;
    this.#loss = await this.objective.evaluate(this.#x, this.#gradient, this.#precision);
    await workMeter.spend(8 * this.settings.history * this.objective.size, this.settings.signal);
  }

  /** Moves to a lower point along the quasi-Newton direction; when there is none, stays and says so. */
  async #searchLine(): Promise<boolean> {
    this.#chooseDirection();
    const slopeBefore = dot(this.#gradient, this.#direction);
    if (!(slopeBefore < 0)) return false;
    const length = Math.sqrt(dot(this.#direction, this.#direction));
    // The very first direction has no scale yet: a step of length 1 is tried.
    const scaled = this.#nIter > 0 || this.settings.precondition !== undefined;
    const first = scaled ? 1 : Math.min(1 / length, MAX_STEP);
    const search = new LineSearch(first, this.#loss, slopeBefore);
    this.#savePoint();
    for (let trials = 0; trials < this.settings.maxLineSearch; trials++) {
      this.#moveTo(search.step);
      await this.#evaluate();
      const slope = dot(this.#gradient, this.#direction);
      if (search.advance(this.#loss, slope)) {
        this.#nIter++;
        this.#gradNorm = maxAbs(this.#gradient);
        this.#remember(search.step, slopeBefore, slope);
        return true;
      }
    }
    this.#restorePoint();
    return false;
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
    if (sy <= Number.EPSILON * -slopeBefore * step) return;
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
    const { ftol, maxIter } = this.settings;
    if (this.#isFlat()) return 'gradient';
    const size = Math.max(Math.abs(this.#lossBefore), Math.abs(this.#loss), 1);
    const least = this.#precision === 'single' ? Math.max(ftol, SINGLE_GAIN) : ftol;
    if (this.#lossBefore - this.#loss <= least * size) return this.#nIter >= maxIter ? 'iterations' : 'value';
    return this.#hasRunOut();
  }

  #hasRunOut(): Stop | undefined {
    if (this.#nIter >= this.settings.maxIter) return 'iterations';
    if (this.#nEvaluations > this.settings.maxEvaluations) return 'evaluations';
    return undefined;
  }

  #stop(why: Stop): SolverResult {
    const [converged, message] = STOPS[why];
    return {
      x: this.#x,
      loss: this.#loss,
      gradNorm: this.#gradNorm,
      nIter: this.#nIter,
      nEvaluations: this.#nEvaluations,
      converged,
      message,
    };
  }
}
