import type { PreconditionTask, Preconditioner } from '../backend.js';
import { columnOf, setColumn } from '../class-columns.js';
import { columnUnits } from '../column-units.js';
import { applyEnds, unitDiagonal, type UnitDiagonal } from '../unit-diagonal.js';
import { addScaledRow } from './rows.js';

/** A symmetric matrix or a triangle, row after row. */
export interface Square {
  readonly size: number;
  readonly cells: Float64Array;
}

/** Forms the Gram matrix, scales it to a unit diagonal and factors it; undefined when it is not positive definite. */
export async function preconditioner(task: PreconditionTask): Promise<Preconditioner | undefined> {
  const units = await columnUnits(task.design, task.signal);
  const sums = gram(task, units);
  const diagonal = Float64Array.from({ length: sums.size }, (_, j) => sums.cells[j * (sums.size + 1)]);
  const scaling = unitDiagonal(task, units, diagonal);
  if (scaling === undefined) return undefined;
  const factor = cholesky(scaled(sums, scaling), scaling.leastPivot);
  if (factor === undefined) return undefined;
  return {
    solve(vectors, classes) {
      applyEnds(scaling, vectors, classes);
      for (let k = 0; k < classes; k++) {
        const column = columnOf(vectors, k, classes);
        solveTriangles(factor, column);
        setColumn(vectors, k, classes, column);
      }
      applyEnds(scaling, vectors, classes);
    },
    release() {
      // Nothing is kept.
    },
  };
}

/** One after the other. */
export async function preconditioners(
  tasks: readonly PreconditionTask[],
): Promise<(Preconditioner | undefined)[]> {
  const made: (Preconditioner | undefined)[] = [];
  for (const task of tasks) made.push(await preconditioner(task));
  return made;
}

function gram({ design, constant, rows }: PreconditionTask, units: Float64Array): Square {
  const size = design.columns + (constant === 0 ? 0 : 1);
  const cells = new Float64Array(size * size);
  const row = new Float64Array(size);
  const count = rows?.length ?? design.rows;
  for (let i = 0; i < count; i++) {
    row.fill(0);
    addScaledRow(design, rows?.[i] ?? i, 1, row);
    for (let j = 0; j < design.columns; j++) row[j] /= units[j];
    if (constant !== 0) row[size - 1] = constant;
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) cells[j * size + k] += row[j] * row[k];
    }
  }
  return { size, cells };
}

function scaled({ size, cells }: Square, { scales, diagonal }: UnitDiagonal): Square {
  const out = cells.map((cell, at) => cell * scales[Math.floor(at / size)] * scales[at % size]);
  for (let j = 0; j < size; j++) out[j * (size + 1)] = diagonal;
  return { size, cells: out };
}

/** The factor L of a matrix L·L'; undefined when a pivot is not above the least allowed. */
export function cholesky({ size, cells }: Square, least: number): Square | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = cells[i * size + j];
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      if (i === j && !(sum > least)) return undefined;
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j];
    }
  }
  return { size, cells: factor };
}

/** Solves L·L'·x = b in place. */
export function solveTriangles({ size, cells }: Square, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= cells[i * size + k] * x[k];
    x[i] /= cells[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= cells[k * size + i] * x[k];
    x[i] /= cells[i * size + i];
  }
}
