import type { PreconditionTask, Preconditioner } from '../backend.js';
import { columnUnits } from '../column-units.js';
import { storedValues } from '../stored-values.js';
import { unitDiagonal, type UnitDiagonal } from '../unit-diagonal.js';
import { FactoredGram } from './factored-gram.js';
import { fillGrams, Grams } from './gram-matrices.js';
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
 * @param tasks one or more, which differ in their rows and scales alone; as many rows each
 * @returns undefined when there are too many columns, or one is not finite or not clearly positive
 */
export async function factorGrams(
  parts: KernelParts,
  tasks: readonly PreconditionTask[],
): Promise<Preconditioner[] | undefined> {
  const [{ design, constant, signal }] = tasks;
  if (design.columns > MOST_COLUMNS) return undefined;
  const { memory } = parts.engine;
  const grams = new Grams(memory, design.columns, constant, tasks.length);
  let scalings: UnitDiagonal[] | undefined;
  try {
    scalings = await withScope(memory, async (scope) => {
      // Bytes are never too large for floats.
      const values = storedValues(design);
      const bytes = values instanceof Uint8Array;
      const units = bytes ? new Float64Array(design.columns).fill(1) : await columnUnits(design, signal);
      await fillGrams(parts, scope, tasks, grams, bytes ? undefined : units);
      const made = tasks.map((task, at) => unitDiagonal(task, units, grams.diagonal(at)));
      if (!made.every((scaling) => scaling !== undefined)) return undefined;
      return (await factor(parts, scope, grams, made, signal)) ? made : undefined;
    });
  } finally {
    if (scalings === undefined) grams.release(tasks.length);
  }
  return scalings?.map((scaling, at) => new FactoredGram(parts.engine, tasks[at], grams, at, scaling));
}

/** Makes the factors some rows at a time; tells whether that went well. */
async function factor(
  { engine, threads }: KernelParts,
  scope: Scope,
  { address, bytes, width, size, count }: Grams,
  scalings: readonly UnitDiagonal[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const failed = scope.copyIn(new Int32Array(count).fill(-1));
  const scales = scope.copyIn(Float32Array.from(scalings.flatMap((scaling) => [...scaling.scales])));
  const [{ diagonal, leastPivot }] = scalings;
  for (let from = 0; from < size;) {
    const to = endOfRun(from, size);
    await engine.run({
      inPlace: true,
      kernel: KERNEL.factor,
      integers: [address, bytes, width, scales, size, from, to, failed],
      doubles: [diagonal, leastPivot],
      blocks: count,
      work: (count * (to ** 3 - from ** 3)) / 6,
      threads,
      signal,
    });
    if (engine.memory.i32(failed, count).some((row) => row !== -1)) return false;
    from = to;
  }
  return true;
}

/** The row after the last of a run that begins at a row: whole panels, except at the end. */
function endOfRun(from: number, size: number): number {
  let to = from;
  for (let work = 0; to < size && work < WORK_PER_RUN; to += PANEL) work += (PANEL * (to + PANEL) ** 2) / 2;
  return Math.min(to, size);
}
