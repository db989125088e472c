import type { FactoredHessian, HessianTask } from '../backend.js';
import { NotPositiveDefiniteError } from '../blas/errors.js';
import { potrf } from '../blas/potrf.js';
import { product } from '../blas/product.js';
import { part, reserve, type StoredMatrix, transposed } from '../blas/stored-matrix.js';
import { solveTriangle } from '../blas/triangular.js';
import { columnUnits } from '../column-units.js';
import { fromFunctions, hessianRows, hessianScaling, toFunctions } from '../hessian-scaling.js';
import { addScaledRow } from '../reference/rows.js';
import { workMeter } from '../work-meter.js';
import type { KernelParts } from './kernel-parts.js';
import { Scope, withScope } from './scope.js';

/** Bytes of the rows that are laid out at a time. */
const CHUNK_BYTES = 8 * 2 ** 20;

/**
 * Forms a Hessian by products of dense rows, of which it is the sum, scales it to a unit diagonal and factors it in place.
 *
 * @returns as `FactorOperations.hessian` says
 * @throws MemoryLimitError when it does not fit
 */
export async function factorHessian(
  parts: KernelParts,
  task: HessianTask,
): Promise<FactoredHessian | undefined> {
  const size = task.functions * hessianRows(task);
  const scope = new Scope(parts.engine.memory);
  let factored: FactoredHessian | undefined;
  try {
    const matrix = reserve(scope, size, size, 8);
    const units = await columnUnits(task.design, task.signal);
    await fill(parts, task, units, matrix);
    factored = await factor(parts, scope, task, units, matrix);
    return factored;
  } finally {
    if (factored === undefined) scope.close();
  }
}

/** Sums the blocks of the lower triangle, of which each is symmetric: rows are laid out densely some at a time. */
async function fill(
  { engine, threads }: KernelParts,
  task: HessianTask,
  units: Float64Array,
  matrix: StoredMatrix,
): Promise<void> {
  const { design, functions, curvatures, signal } = task;
  const each = hessianRows(task);
  const step = Math.min(design.rows, Math.max(1, Math.floor(CHUNK_BYTES / (8 * each))));
  const own = new Float64Array(design.rows);
  await withScope(engine.memory, async (scope) => {
    const [plain, curved] = [reserve(scope, step, each, 8), reserve(scope, step, each, 8)];
    for (let from = 0; from < design.rows; from += step) {
      const count = Math.min(step, design.rows - from);
      const numbers = scope.memory.f64(plain.at, count * each);
      layOut(task, units, from, count, numbers);
      await workMeter.spend(count * each, signal);
      for (let k = 0; k < functions; k++) {
        for (let l = 0; l <= k; l++) {
          curvatures(k, l, own);
          const rows = own.subarray(from, from + count);
          multiplyRows(
            rows,
            scope.memory.f64(plain.at, count * each),
            scope.memory.f64(curved.at, count * each),
          );
          await product(engine, {
            a: transposed(part(plain, 0, 0, count)),
            b: part(curved, 0, 0, count),
            c: part(matrix, k * each, l * each, each, each),
            alpha: 1,
            beta: from === 0 ? 0 : 1,
            lower: true,
            threads,
            signal,
          });
          await workMeter.spend(count * each, signal);
        }
      }
    }
  });
}

/** Writes rows with columns divided by their units and the constant feature last. */
function layOut(
  { design, constant }: HessianTask,
  units: Float64Array,
  from: number,
  count: number,
  out: Float64Array,
): void {
  const each = out.length / count;
  out.fill(0);
  for (let i = 0; i < count; i++) {
    const row = out.subarray(i * each, (i + 1) * each);
    addScaledRow(design, from + i, 1, row);
    for (let j = 0; j < units.length; j++) row[j] /= units[j];
    if (constant !== 0) row[each - 1] = constant;
  }
}

function multiplyRows(factors: Float64Array, rows: Float64Array, out: Float64Array): void {
  const each = rows.length / factors.length;
  for (let i = 0, at = 0; i < factors.length; i++) {
    const factor = factors[i];
    for (const end = at + each; at < end; at++) out[at] = factor * rows[at];
  }
}

async function factor(
  { engine, threads }: KernelParts,
  scope: Scope,
  task: HessianTask,
  units: Float64Array,
  matrix: StoredMatrix,
): Promise<FactoredHessian | undefined> {
  const { functions, share, signal } = task;
  const size = matrix.rows;
  const run = { threads, signal };
  const numbers = engine.memory.f64(matrix.at, size * size);
  const diagonal = Float64Array.from({ length: size }, (_, i) => numbers[i * (size + 1)]);
  const scaling = hessianScaling(task, units, diagonal);
  if (scaling === undefined) return undefined;
  const { scales, ends } = scaling;
  await scaleLower(engine.memory, matrix, hessianRows(task), scales, share, signal);
  try {
    await potrf(engine, scope, { owner: 'hessian', matrix, ...run });
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError) return undefined;
    throw error;
  }
  return {
    solve: (vector) =>
      withScope(engine.memory, async (own) => {
        const right = reserve(own, size, 1, 8);
        own.memory.f64(right.at, size).set(toFunctions(vector, functions, ends));
        await solveTriangle(engine, { t: matrix, b: right, upper: false, unit: false, ...run });
        await solveTriangle(engine, { t: transposed(matrix), b: right, upper: true, unit: false, ...run });
        fromFunctions(own.memory.f64(right.at, size), functions, ends, vector);
      }),
    release: () => scope.close(),
  };
}

/** Scales the lower triangle, of whose blocks only the lower triangles are given, and sets the diagonal. */
async function scaleLower(
  memory: Scope['memory'],
  { at, rows: size }: StoredMatrix,
  each: number,
  scales: Float64Array,
  share: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let first = 0; first < size; first += each) {
    // From the first row down: what is above a block.s diagonal is in the rows below, which are not scaled yet.
    for (let j = 0; j < each; j++) {
      const i = first + j;
      const numbers = memory.f64(at, size * size);
      const row = numbers.subarray(i * size, (i + 1) * size);
      for (let block = 0; block < first; block += each) {
        for (let m = j + 1; m < each; m++) row[block + m] = numbers[(first + m) * size + block + j];
      }
      for (let m = 0; m < i; m++) row[m] *= scales[i] * scales[m];
      row[i] = 1 + share;
      await workMeter.spend(i, signal);
    }
  }
}
