import type {
  Backend,
  CurvatureTask,
  MultinomialLogisticTask,
  OneVsRestOutput,
  OneVsRestTask,
  PreconditionTask,
  Preconditioner,
  RowTask,
  ScoresTask,
} from '../backend.js';
import type { DesignMatrix } from '../design-matrix.js';
import { isByteMatrix, type MatrixLike } from '../matrix-like.js';
import { type DesignOptions, toDesignMatrixAsync } from '../to-design-matrix.js';
import { compressBytes } from './compress-bytes.js';
import { gatherCurvatures, scatterCurvatures } from './curvatures.js';
import type { KernelEngine } from './engine.js';
import { KERNEL } from './job-layout.js';
import { lanesFor } from './lanes.js';
import { factorGram } from './precondition.js';
import { sumRows } from './row-sums.js';
import { Scope, withScope } from './scope.js';
import { parts, prepareScores } from './scores.js';
import type { StoredDesigns } from './stored-designs.js';

/**
 * The operations in WebAssembly with SIMD, on as many threads as there are processors. Small jobs are done on the
 * spot. The same bits for any number of threads.
 */
export class KernelBackend implements Backend {
  readonly name = 'kernels';
  readonly #engine: KernelEngine;
  readonly #designs: StoredDesigns;
  readonly #threads: number | undefined;

  /**
   * @param engine what runs the kernels
   * @param designs matrices in its memory
   * @param threads most threads to use, 1 or more; as many as there are processors when left out
   */
  constructor(engine: KernelEngine, designs: StoredDesigns, threads?: number) {
    this.#engine = engine;
    this.#designs = designs;
    this.#threads = threads;
  }

  /** The same kernels and memory with another limit of threads. */
  withThreads(threads: number | undefined): KernelBackend {
    return new KernelBackend(this.#engine, this.#designs, threads);
  }

  /** Bytes of the kernels' memory that are in use. */
  get bytesUsed(): number {
    return this.#engine.memory.bytesUsed;
  }

  /** Bytes that the kernels' memory has grown to. */
  get bytesReserved(): number {
    return this.#engine.memory.bytesReserved;
  }

  async design(
    X: MatrixLike,
    options: DesignOptions & { signal?: AbortSignal | undefined },
  ): Promise<DesignMatrix> {
    options.signal?.throwIfAborted();
    if (options.storage !== 'dense' && isByteMatrix(X)) {
      const { signal } = options;
      const compressed = await compressBytes(this.#engine, X, { threads: this.#threads, signal });
      if (compressed !== undefined) {
        this.#designs.adopt(compressed.design, compressed.stored);
        return compressed.design;
      }
    }
    return toDesignMatrixAsync(X, options);
  }

  async scores(task: ScoresTask, out: Float64Array): Promise<void> {
    const { design, classes, once = false, signal } = task;
    const kept = once ? this.#designs.known(design) : this.#designs.get(design);
    const pieces = kept === undefined ? parts(design) : [{ start: 0, design, store: () => kept }];
    for (const part of pieces) {
      await withScope(this.#engine.memory, async (scope) => {
        const job = prepareScores(scope, part.store(scope), { ...task, design: part.design });
        await this.#engine.run({ ...job.run, threads: this.#threads, signal });
        job.read(out.subarray(part.start * classes));
      });
    }
  }

  /**
   * Scores of a few rows at once, on this thread and without giving the event loop back: for predictions, which are
   * synchronous.
   *
   * @returns the score of row i and class k at `i * classes + k`
   */
  scoresNow(task: ScoresTask): Float64Array {
    const { design, classes } = task;
    const out = new Float64Array(design.rows * classes);
    for (const part of parts(design)) {
      const scope = new Scope(this.#engine.memory);
      try {
        const job = prepareScores(scope, part.store(scope), { ...task, design: part.design });
        this.#engine.runNow(job.run);
        job.read(out.subarray(part.start * classes));
      } finally {
        scope.close();
      }
    }
    return out;
  }

  async multinomialLogistic(task: MultinomialLogisticTask, gradient: Float64Array): Promise<number> {
    const { classes, precision = 'double', parameters } = task;
    const [loss] = await withScope(this.#engine.memory, (scope) =>
      sumRows(this.#engine, scope, {
        kernel: precision === 'single' ? KERNEL.multinomialF32 : KERNEL.multinomialF64,
        ...this.#common(task),
        lanes: lanesFor(classes, precision),
        workPerCell: 2,
        parameters,
        idle: -Infinity,
        lossesPerBlock: 1,
        args: { targets: scope.copyIn(task.targets), rowWeights: scope.copyIn(task.weights) },
        out: gradient,
      }),
    );
    return loss;
  }

  async oneVsRestLogistic(task: OneVsRestTask, output: OneVsRestOutput): Promise<void> {
    const { problems, precision = 'double', parameters, design } = task;
    const lanes = lanesFor(problems.length, precision);
    await withScope(this.#engine.memory, async (scope) => {
      const positives = new Int32Array(lanes.width).fill(-1);
      const sideWeights = new Float64Array(2 * lanes.width);
      for (const [lane, problem] of problems.entries()) {
        positives[lane] = problem.positive;
        sideWeights.set([problem.negativeWeight, problem.positiveWeight], 2 * lane);
      }
      const { curvatures } = output;
      const curvatureAt = curvatures === undefined ? 0 : scope.allocate(8 * lanes.width * design.rows);
      const losses = await sumRows(this.#engine, scope, {
        kernel: precision === 'single' ? KERNEL.oneVsRestF32 : KERNEL.oneVsRestF64,
        ...this.#common(task),
        lanes,
        workPerCell: 2,
        parameters,
        lossesPerBlock: lanes.width,
        args: {
          targets: scope.copyIn(task.targets),
          rowWeights: scope.copyIn(task.weights),
          positives: scope.copyIn(positives),
          sideWeights: scope.copyIn(sideWeights),
          curvatures: curvatureAt,
        },
        out: output.gradient,
      });
      output.losses.set(losses.subarray(0, problems.length));
      if (curvatures !== undefined) scatterCurvatures(scope.memory, curvatureAt, lanes.width, curvatures);
    });
  }

  hessianVectorProducts(task: CurvatureTask, directions: Float64Array, out: Float64Array): Promise<void> {
    const kernel = task.precision === 'single' ? KERNEL.hessianVectorF32 : KERNEL.hessianVectorF64;
    return this.#curved(task, kernel, out, directions);
  }

  hessianDiagonals(task: CurvatureTask, out: Float64Array): Promise<void> {
    return this.#curved({ ...task, precision: 'double' }, KERNEL.hessianDiagonal, out);
  }

  async precondition(task: PreconditionTask): Promise<Preconditioner | undefined> {
    return factorGram(this.#engine, this.#designs.get(task.design), task, this.#threads);
  }

  release(design: DesignMatrix): void {
    this.#designs.release(design);
  }

  /** Ends the threads. Neither this backend nor one made from it may be used afterwards. */
  close(): Promise<void> {
    return this.#engine.close();
  }

  async #curved(
    task: CurvatureTask,
    kernel: number,
    out: Float64Array,
    directions?: Float64Array,
  ): Promise<void> {
    const { curvatures, precision = 'double' } = task;
    const lanes = lanesFor(curvatures.length, precision);
    await withScope(this.#engine.memory, (scope) =>
      sumRows(this.#engine, scope, {
        kernel,
        ...this.#common(task),
        lanes,
        workPerCell: directions === undefined ? 1 : 2,
        ...(directions && { parameters: directions }),
        lossesPerBlock: 0,
        args: { curvatures: scope.keep(gatherCurvatures(scope.memory, lanes, curvatures)) },
        out,
      }),
    );
    // The kernels leave constant·Σ; the diagonal has the constant's square.
    if (directions !== undefined || task.constant === 0) return;
    const last = out.length - curvatures.length;
    for (let k = last; k < out.length; k++) out[k] *= task.constant;
  }

  #common<T extends RowTask>(
    task: T,
  ): { task: T; stored: ReturnType<StoredDesigns['get']>; threads: number | undefined } {
    return { task, stored: this.#designs.get(task.design), threads: this.#threads };
  }
}
