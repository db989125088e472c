import type { RowOperations, ScoresTask } from '../backend.js';
import { isCsrMatrix } from '../csr/csr-matrix.js';
import type { DesignMatrix } from '../design-matrix.js';
import type { FeatureMatrix } from '../feature-matrix.js';
import { isByteMatrix } from '../matrix-like.js';
import { type DesignOptions, toDesignMatrixAsync } from '../to-design-matrix.js';
import { compressBytes } from './compress-bytes.js';
import type { KernelParts } from './kernel-parts.js';
import { Scope, withScope } from './scope.js';
import { type Part, parts as partsOf, prepareScores } from './scores.js';
import { storeCsr } from './store-csr.js';
import type { StoredDesign } from './stored-designs.js';

/** Matrices and scores on the kernels. */
export interface KernelRows extends RowOperations {
  /**
   * Scores of a few rows at once, on this thread and without giving the event loop back: for predictions, which are
   * synchronous.
   *
   * @returns the score of row i and class k at `i * classes + k`
   */
  scoresNow(task: ScoresTask): Float64Array;
}

/** The operations on rows. */
export function kernelRows(parts: KernelParts): KernelRows {
  return {
    design: (X, options) => design(parts, X, options),
    scores: (task, out) => scores(parts, task, out),
    scoresNow: (task) => scoresNow(parts, task),
    release: (matrix) => {
      parts.designs.release(matrix);
    },
  };
}

async function design(
  { engine, designs, threads }: KernelParts,
  X: FeatureMatrix,
  options: DesignOptions & { signal?: AbortSignal | undefined },
): Promise<DesignMatrix> {
  options.signal?.throwIfAborted();
  const { owner, storage = 'auto', signal } = options;
  const made =
    isCsrMatrix(X) && storage !== 'dense'
      ? storeCsr(engine, X, owner)
      : isByteMatrix(X) && storage === 'auto'
        ? await compressBytes(engine, X, { threads, signal })
        : undefined;
  if (made === undefined) return toDesignMatrixAsync(X, options);
  designs.adopt(made.design, made.stored);
  return made.design;
}

async function scores(
  { engine, designs, threads }: KernelParts,
  task: ScoresTask,
  out: Float64Array,
): Promise<void> {
  const { design: matrix, classes, once = false, rows, signal } = task;
  const kept = once && rows === undefined ? designs.known(matrix) : designs.get(matrix);
  const pieces = kept === undefined ? partsOf(matrix) : [whole(matrix, kept)];
  for (const part of pieces) {
    await withScope(engine.memory, async (scope) => {
      const job = prepareScores(scope, part.store(scope), { ...task, design: part.design });
      await engine.run({ ...job.run, threads, signal });
      job.read(out.subarray(part.start * classes));
    });
  }
}

function scoresNow({ engine, designs }: KernelParts, task: ScoresTask): Float64Array {
  const { design: matrix, classes, rows } = task;
  const out = new Float64Array((rows?.length ?? matrix.rows) * classes);
  for (const part of rows === undefined ? partsOf(matrix) : [whole(matrix, designs.get(matrix))]) {
    const scope = new Scope(engine.memory);
    try {
      const job = prepareScores(scope, part.store(scope), { ...task, design: part.design });
      engine.runNow(job.run);
      job.read(out.subarray(part.start * classes));
    } finally {
      scope.close();
    }
  }
  return out;
}

/** A matrix that is kept, as a single part. */
function whole(design: DesignMatrix, kept: StoredDesign): Part {
  return { start: 0, design, store: () => kept };
}
