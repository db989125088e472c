import type { AverageGradientRun, AverageGradientTask, AverageGradientWalk } from '../backend.js';
import { GradientGroup, type GroupTask } from './gradient-group.js';
import { KERNEL } from './job-layout.js';
import type { KernelParts } from './kernel-parts.js';
import { Scope } from './scope.js';

/** Multiply-adds of a cell and lane: a score, two steps, a sum. */
const WORK_PER_CELL = 4;

/** Multiply-adds of a visit beside its cells', a lane: the derivative. */
const WORK_PER_VISIT = 40;

/** Multiply-adds of one job, after which a signal is heard: some tens of milliseconds. */
const WORK_PER_JOB = 20_000_000;

/**
 * Most binary problems that one thread steps with side by side: ten are two groups, as many registers each as a visit
 * to a row is worth.
 */
const PROBLEMS_PER_GROUP = 6;

/** A run on the kernels: see assembly/stochastic. */
export class KernelAverageGradient implements AverageGradientRun {
  readonly #parts: KernelParts;
  readonly #task: AverageGradientTask;
  readonly #scope: Scope;
  readonly #groups: GradientGroup[];
  readonly #drawsPerJob: number;
  readonly #workPerDraw: number;
  readonly #common: readonly number[];
  readonly #places: { readonly draws: number; readonly factors: number; readonly lengths: number };
  readonly #table: number;

  /**
   * @param parts the kernels
   * @param task what to work on
   */
  constructor(parts: KernelParts, task: AverageGradientTask) {
    this.#parts = parts;
    this.#task = task;
    const { design, classes, targets, weights } = task;
    const stored = parts.designs.get(design);
    this.#workPerDraw =
      classes * (WORK_PER_CELL * Math.ceil(stored.cells / Math.max(1, stored.rows)) + WORK_PER_VISIT);
    this.#drawsPerJob = Math.max(1, Math.floor(WORK_PER_JOB / this.#workPerDraw));
    this.#scope = new Scope(parts.engine.memory);
    try {
      const scope = this.#scope;
      this.#groups = groupsOf(task).map((group) => new GradientGroup(scope, group, this.#drawsPerJob));
      const { columns, format, values, indices, pointers } = stored;
      this.#common = [
        columns,
        format,
        values,
        indices,
        pointers,
        scope.copyIn(targets),
        scope.copyIn(weights),
      ];
      this.#places = {
        draws: scope.allocate(4 * this.#drawsPerJob),
        factors: scope.allocate(8 * design.rows),
        lengths: scope.allocate(8 * this.#drawsPerJob),
      };
      this.#table = scope.allocate(64 * this.#groups.length);
    } catch (error) {
      this.#scope.close();
      throw error;
    }
    this.moveTo(task.parameters);
  }

  async walk(walk: AverageGradientWalk, active?: readonly boolean[]): Promise<void> {
    const { draws, step, corrections } = walk;
    const groups = this.#groups.filter((group) => active === undefined || group.matters(active));
    if (groups.length === 0) return;
    this.#place(groups, step, corrections);
    for (let start = 0; start < draws.length; start += this.#drawsPerJob) {
      await this.#job(walk, start, Math.min(draws.length, start + this.#drawsPerJob), groups.length);
    }
  }

  parameters(): Float64Array {
    const out = new Float64Array((this.#task.design.columns + 1) * this.#task.classes);
    for (const group of this.#groups) group.read(out, this.#task.classes);
    return out;
  }

  moveTo(parameters: Float64Array): void {
    for (const group of this.#groups) group.write(parameters, this.#task.classes);
  }

  release(): void {
    this.#scope.close();
  }

  #place(groups: readonly GradientGroup[], step: number, corrections: Float64Array | undefined): void {
    const { memory } = this.#parts.engine;
    for (const [block, group] of groups.entries()) {
      memory.u32(this.#table + 64 * block, group.words.length).set(group.words);
    }
    const factors = memory.f64(this.#places.factors, this.#task.design.rows);
    if (corrections === undefined) factors.fill(0);
    else for (let i = 0; i < factors.length; i++) factors[i] = step * corrections[i];
  }

  #job(walk: AverageGradientWalk, start: number, end: number, blocks: number): Promise<void> {
    const { engine, threads } = this.#parts;
    const { memory } = engine;
    const { rows, l1, l2, constant, signal, problems } = this.#task;
    const { draws, step, corrections, divisors } = walk;
    const count = end - start;
    const places = this.#places;
    memory.u32(places.draws, count).set(draws.subarray(start, end));
    const lengths = memory.f64(places.lengths, count);
    for (let t = 0; t < count; t++) lengths[t] = step / (divisors?.[start + t] ?? rows);
    return engine.run({
      kernel: KERNEL.averageGradient,
      blocks,
      integers: [
        ...this.#common,
        places.draws,
        count,
        places.factors,
        places.lengths,
        this.#table,
        problems === undefined ? 1 : 0,
        corrections === undefined ? 0 : 1,
      ],
      doubles: [1 - (step * l2) / rows, l1, constant * constant],
      work: count * this.#workPerDraw,
      inPlace: true,
      threads,
      signal,
    });
  }
}

/** The groups: all classes of a softmax, or some problems each, as many in one as in another. */
function groupsOf({ design, classes, problems }: AverageGradientTask): GroupTask[] {
  const { rows, columns } = design;
  if (problems === undefined) return [{ rows, columns, first: 0, classes, problems }];
  const count = Math.ceil(classes / PROBLEMS_PER_GROUP);
  const size = Math.ceil(classes / count);
  return Array.from({ length: count }, (_, group) => {
    const own = problems.slice(group * size, (group + 1) * size);
    return { rows, columns, first: group * size, classes: own.length, problems: own };
  });
}
