import type { AverageGradientRun } from '@tenfold/linalg';

import { certificate } from '../objectives/certificate.js';
import { CALLER_STOP, type SolverResult } from '../types.js';
import type { Family } from './family.js';
import { MemberState, type Standing } from './member-state.js';
import { largestSlope, surePromise } from './optimality.js';
import type { BinarySagaTask, SagaSettings, SagaTraining } from './options.js';
import { squaresOf } from './row-sizes.js';
import { planSteps, type StepPlan } from './step-plan.js';

/** Passes between two looks at the values, once the first ones, after 1, 2, 4, 8 passes, have been. */
const PASSES_PER_LOOK = 16;

/** A value this many times the best one, or so many looks without a better one, and steps were too long. */
const TOO_HIGH = 3;
const TOO_OFTEN = 3;

/** What rounding may add to a value, as a share of it. */
const ROUNDING = 1e-12;

/** How often steps are halved at most: beyond, nothing can be had. */
const MOST_HALVINGS = 40;

/** The most that a loss bends along one score. */
const CURVATURE = 0.25;

/** Whether a problem ended well, and why it ended. */
type Ending = Pick<SolverResult, 'converged' | 'message'>;

/** A descent of some problems, side by side, by passes over the rows in random order. */
export class Descent {
  readonly #family: Family;
  readonly #tasks: readonly Pick<BinarySagaTask, 'initial' | 'onIteration'>[];
  readonly #training: SagaTraining;
  readonly #settings: SagaSettings;
  readonly #states: MemberState[];
  #columns: Float64Array = new Float64Array();
  #step = 0;
  #halvings = 0;
  #passes = 0;
  #evaluations = 0;
  readonly #seen: Uint8Array;
  #seenCount = 0;

  /**
   * @param family the problems
   * @param tasks where each begins, and whom it tells
   * @param training the rows
   * @param settings how to go about it
   */
  constructor(
    family: Family,
    tasks: readonly Pick<BinarySagaTask, 'initial' | 'onIteration'>[],
    training: SagaTraining,
    settings: SagaSettings,
  ) {
    this.#family = family;
    this.#tasks = tasks;
    this.#training = training;
    this.#settings = settings;
    this.#states = tasks.map(
      ({ initial }, k) => new MemberState(Float64Array.from(initial ?? new Float64Array(this.#size(k)))),
    );
    this.#seen = new Uint8Array(training.design.rows);
  }

  /** Goes down until all problems have ended. */
  async run(): Promise<SolverResult[]> {
    const { design, weights, fitIntercept, signal } = this.#training;
    const squares = await squaresOf(design, weights, signal);
    this.#columns = squares.columns;
    const { l2, randomState } = this.#settings;
    const plan = planSteps({
      squares,
      weights: this.#family.rowWeights,
      fitIntercept,
      l2,
      seed: randomState,
    });
    await this.#beginWell();
    if (!(plan.step > 0)) return this.#endAll('cells are too large for a step: scale the features');
    const run = this.#begin(plan);
    try {
      await this.#rememberAll(run, plan);
      await this.#passesOf(run, plan);
    } finally {
      run.release();
    }
    return this.#endAll(`no convergence within ${this.#settings.maxIter} passes`);
  }

  /** Notes what the problems are at the points to begin with; where nothing can be computed there, they begin at zero. */
  async #beginWell(): Promise<void> {
    const given = this.#tasks.every(({ initial }) => initial === undefined) ? [] : await this.#evaluate();
    for (const [k, state] of this.#states.entries()) {
      if (Number.isFinite(given[k]?.value)) state.note(given[k].value, state.now);
      else state.beginAtZero(Math.log(this.#family.binary === undefined ? this.#family.classes : 2));
    }
  }

  #begin(plan: StepPlan): AverageGradientRun {
    const { design, targets, weights, backend, signal } = this.#training;
    const { classes, binary } = this.#family;
    const { l1, l2 } = this.#settings;
    this.#step = plan.step;
    return backend.stochastic.averageGradient({
      design,
      targets,
      weights,
      problems: binary,
      classes,
      constant: plan.constant,
      l1,
      l2,
      rows: plan.rows.length,
      parameters: this.#family.join(this.#states.map(({ now }) => now)),
      signal,
    });
  }

  /** From a point that is worth something, steps begin with all rows' derivatives known. */
  async #rememberAll(run: AverageGradientRun, plan: StepPlan): Promise<void> {
    if (this.#states.every(({ now }) => now.every((w) => w === 0))) return;
    await run.walk({ draws: plan.rows, step: 0 });
    this.#seen.fill(1);
    this.#seenCount = plan.rows.length;
  }

  async #passesOf(run: AverageGradientRun, plan: StepPlan): Promise<void> {
    const { maxIter, method } = this.#settings;
    while (this.#passes < maxIter && this.#active.includes(true)) {
      const draws = plan.sampler.draw();
      const corrections = method === 'saga' ? plan.corrections : undefined;
      const divisors = method === 'sag' ? this.#divisors(draws, plan.rows.length) : undefined;
      await run.walk({ draws, step: this.#step, corrections, divisors }, this.#active);
      this.#passes++;
      await this.#afterPass(run, plan);
    }
  }

  /** How many rows have been seen before each draw, with it; undefined once it is all of them. */
  #divisors(draws: Uint32Array, rows: number): Float64Array | undefined {
    if (this.#seenCount === rows) return undefined;
    return Float64Array.from(draws, (row) => {
      this.#seenCount += 1 - this.#seen[row];
      this.#seen[row] = 1;
      return this.#seenCount;
    });
  }

  async #afterPass(run: AverageGradientRun, plan: StepPlan): Promise<void> {
    const points = this.#family.split(run.parameters());
    const met = this.#states.map((state, k) => {
      if (state.result !== undefined) return false;
      const { change, largest } = compare(points[k], state.now, this.#penalised);
      state.now = points[k];
      return change <= this.#settings.tol * largest && this.#passes >= state.patience;
    });
    const isTold = this.#tasks.some(({ onIteration }, k) => onIteration !== undefined && this.#active[k]);
    const isLook = isPowerOfTwo(this.#passes) || this.#passes % PASSES_PER_LOOK === 0;
    if (!isLook && !isTold && !met.includes(true)) return;
    const standings = await this.#evaluate();
    if (isLook || met.includes(true)) {
      for (const [k, { x, value }] of standings.entries()) this.#states[k].note(value, x);
      if (await this.#stepsWereTooLong(run, plan, standings)) return;
    }
    for (const [k, standing] of standings.entries()) await this.#afterLook(k, standing, met[k]);
  }

  /** Tells the caller of a problem, and ends it when it may. */
  async #afterLook(k: number, standing: Standing, met: boolean): Promise<void> {
    const state = this.#states[k];
    if (state.result !== undefined) return;
    const { x, value } = standing;
    const report = { iteration: this.#passes, loss: value, gradNorm: this.#violation(k, standing), x };
    if ((await this.#tasks[k].onIteration?.(report)) === false) await this.#end(k, standing, CALLER_STOP);
    else if (met && this.#isOptimal(k, standing)) {
      const message = 'the largest change of a weight in a pass is within the tolerance';
      await this.#end(k, standing, { converged: true, message });
    } else if (met) state.patience = Math.ceil(1.25 * this.#passes);
  }

  /** Whether values went up; then steps are halved and begin again at the best points. */
  async #stepsWereTooLong(
    run: AverageGradientRun,
    plan: StepPlan,
    standings: readonly Standing[],
  ): Promise<boolean> {
    const failed = this.#states.map((state, k) => {
      if (state.result !== undefined) return false;
      const { value } = standings[k];
      const isHigher = !(value <= state.bestValue + ROUNDING * Math.abs(state.bestValue));
      return isHigher && (!(value <= TOO_HIGH * state.bestValue) || state.worse >= TOO_OFTEN);
    });
    if (!failed.includes(true) || this.#halvings === MOST_HALVINGS) return false;
    this.#halvings++;
    this.#step /= 2;
    for (const [k, state] of this.#states.entries()) {
      state.worse = 0;
      if (failed[k]) state.now = state.best;
    }
    run.moveTo(this.#family.join(this.#states.map(({ now }) => now)));
    await run.walk({ draws: plan.rows, step: 0 });
    return true;
  }

  /** All problems at their points. */
  async #evaluate(): Promise<Standing[]> {
    this.#evaluations++;
    const points = this.#states.map(({ now }) => now);
    const found = await this.#family.evaluate(points);
    return found.map((evaluation, k) => {
      const x = points[k];
      return { ...evaluation, x, value: evaluation.smooth + this.#l1(k) * norm1(x, this.#penalised) };
    });
  }

  /**
   * Whether no single parameter is sure to lower the value by more than the tolerance's share of it. In badly scaled
   * features small steps alone say little.
   */
  #isOptimal(k: number, standing: Standing): boolean {
    const { l2, tol } = this.#settings;
    const { total } = this.#family.members[k];
    const perColumn = this.#family.binary === undefined ? this.#family.classes : 1;
    const curvature = (at: number): number =>
      at < this.#penalised ? CURVATURE * this.#columns[Math.floor(at / perColumn)] + l2 / total : CURVATURE;
    return surePromise(this.#pointOf(k, standing), curvature) <= tol * Math.abs(standing.value);
  }

  /** Ends what has not ended, where it is now or at the best point of all looks. */
  async #endAll(message: string): Promise<SolverResult[]> {
    if (this.#active.includes(true)) {
      const last = await this.#evaluate();
      const isHigher = this.#states.map(({ bestValue }, k) => !(last[k].value <= bestValue));
      for (const [k, state] of this.#states.entries()) if (isHigher[k]) state.now = state.best;
      const standings = isHigher.includes(true) ? await this.#evaluate() : last;
      for (const [k, state] of this.#states.entries()) {
        if (state.result === undefined) await this.#end(k, standings[k], { converged: false, message });
      }
    }
    return this.#states.flatMap(({ result }) => result ?? []);
  }

  async #end(k: number, standing: Standing, ending: Ending): Promise<void> {
    const { objective, total, shares } = this.#family.members[k];
    const { x, smooth, gradient, value } = standing;
    this.#states[k].result = {
      x: x.slice(),
      loss: value,
      gradNorm: this.#violation(k, standing),
      nIter: this.#passes,
      nEvaluations: this.#passes + this.#evaluations,
      certificate: await certificate({
        objective,
        x,
        loss: smooth,
        gradient,
        l2: this.#settings.l2 / total,
        l1: this.#l1(k),
        penalised: this.#penalised,
        shares,
      }),
      ...ending,
    };
  }

  #violation(k: number, standing: Standing): number {
    return largestSlope(this.#pointOf(k, standing));
  }

  #pointOf(k: number, { x, gradient }: Standing): Parameters<typeof largestSlope>[0] {
    return { x, gradient, penalised: this.#penalised, l1: this.#l1(k) };
  }

  /** The L1 penalty beside a problem's mean loss. */
  #l1(k: number): number {
    return this.#settings.l1 / this.#family.members[k].total;
  }

  #size(k: number): number {
    return this.#family.members[k].objective.size;
  }

  /** How many parameters of a problem are no intercepts. */
  get #penalised(): number {
    return this.#training.design.columns * (this.#family.binary === undefined ? this.#family.classes : 1);
  }

  get #active(): boolean[] {
    return this.#states.map(({ result }) => result === undefined);
  }
}

/** The largest change of a weight, and the largest weight; NaN when there is one. */
function compare(
  now: Float64Array,
  before: Float64Array,
  count: number,
): { change: number; largest: number } {
  let change = 0;
  let largest = 0;
  for (let j = 0; j < count; j++) {
    const size = Math.abs(now[j]);
    const moved = Math.abs(now[j] - before[j]);
    if (size > largest || Number.isNaN(size)) largest = size;
    if (moved > change || Number.isNaN(moved)) change = moved;
  }
  return { change, largest };
}

function norm1(x: Float64Array, count: number): number {
  let sum = 0;
  for (let j = 0; j < count; j++) sum += Math.abs(x[j]);
  return sum;
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0;
}
