import type { PreconditionTask, Preconditioner } from '../backend.js';
import { columnUnits } from '../column-units.js';
import { storedValues } from '../stored-values.js';
import { unitDiagonal, type UnitDiagonal } from '../unit-diagonal.js';
import { FactoredGram } from './factored-gram.js';
import { allocateGram, diagonalOf, fillGrams, type Gram } from './gram-matrices.js';
import { KERNEL } from './job-layout.js';
import type { KernelParts } from './kernel-parts.js';
import { type Scope, withScope } from './scope.js';

/** Multiply-adds after which some rows of the factors end: about ten milliseconds. */
const WORK_PER_RUN = 30_000_000;

/** Rows of a factor that the kernel makes together; see assembly/precondition/factor.ts. */
const PANEL = 8;

/** Most columns for which matrices, of the square of their number, are made: 144 MB. */
export const MOST_COLUMNS = 6000;

/**
 * Forms the Gram matrices of samples of the same rows (floats, the upper triangles), scales them to a unit diagonal, adds
 * the share and factors them in place, side by side on all threads.
 *
 * @param parts what does it
 * @param tasks as `FactorOperations.preconditionAll` takes them
 * @returns undefined for those that have too many columns, or are not finite or not clearly positive
 */
export async function factorGrams(
  parts: KernelParts,
  tasks: readonly PreconditionTask[],
): Promise<(Preconditioner | undefined)[]> {
  const [{ design, constant, signal }] = tasks;
  if (design.columns > MOST_COLUMNS) return tasks.map(() => undefined);
  const { memory } = parts.engine;
  const grams = tasks.map(() => allocateGram(memory, design.columns, constant));
  let made: (FactoredGram | undefined)[] = [];
  try {
    made = await withScope(memory, async (scope) => {
      // Bytes are never too large for floats.
      const values = storedValues(design);
      const bytes = values instanceof Uint8Array;
      const units = bytes ? new Float64Array(design.columns).fill(1) : await columnUnits(design, signal);
      await fillGrams(parts, scope, tasks, grams, bytes ? undefined : units);
      const scalings = tasks.map((task, at) => unitDiagonal(task, units, diagonalOf(memory, grams[at])));
      const areFactored = await factor(parts, scope, grams, scalings, signal);
      return scalings.map((scaling, at) =>
        scaling !== undefined && areFactored[at]
          ? new FactoredGram(parts.engine, tasks[at], grams[at], scaling)
          : undefined,
      );
    });
    return made;
  } finally {
    for (const [at, { address }] of grams.entries()) if (made[at] === undefined) memory.free(address);
  }
}

/** Makes the factors some rows at a time; tells which of them went well. */
async function factor(
  { engine, threads }: KernelParts,
  scope: Scope,
  grams: readonly Gram[],
  scalings: readonly (UnitDiagonal | undefined)[],
  signal: AbortSignal | undefined,
): Promise<boolean[]> {
  const some = scalings.find((scaling) => scaling !== undefined);
  if (some === undefined) return scalings.map(() => false);
  const [{ width, size }] = grams;
  const count = grams.length;
  const matrices = scope.copyIn(Uint32Array.from(grams, ({ address }) => address));
  // The kernel leaves out what has failed.
  const failed = scope.copyIn(Int32Array.from(scalings, (scaling) => (scaling === undefined ? 0 : -1)));
  const all = new Float32Array(count * size);
  for (const [at, scaling] of scalings.entries())
    if (scaling !== undefined) all.set(scaling.scales, at * size);
  const scales = scope.copyIn(all);
  for (let from = 0; from < size;) {
    const to = endOfRun(from, size);
    await engine.run({
      inPlace: true,
      kernel: KERNEL.factor,
      integers: [matrices, width, scales, size, from, to, failed],
      doubles: [some.diagonal, some.leastPivot],
      blocks: count,
      work: (count * (to ** 3 - from ** 3)) / 6,
      threads,
      signal,
    });
    from = to;
  }
  return Array.from(engine.memory.i32(failed, count), (row) => row === -1);
}

/** The row after the last of a run that begins at a row: whole panels, except at the end. */
function endOfRun(from: number, size: number): number {
  let to = from;
  for (let work = 0; to < size && work < WORK_PER_RUN; to += PANEL) work += (PANEL * (to + PANEL) ** 2) / 2;
  return Math.min(to, size);
}
