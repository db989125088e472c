import type { PreconditionTask, Preconditioner } from '../backend.js';
import { columnOf, setColumn } from '../class-columns.js';
import { addScaledRow } from './rows.js';

/** A symmetric matrix or a triangle, row after row. */
interface Square {
  readonly size: number;
  readonly cells: Float64Array;
}

/** Forms M = scale·mean(x·x') + shift and factors it; undefined when it is not positive definite. */
export function preconditioner(task: PreconditionTask): Preconditioner | undefined {
  const factor = cholesky(shifted(gram(task), task));
  if (factor === undefined) return undefined;
  return {
    solve(vectors, classes) {
      for (let k = 0; k < classes; k++) {
        const column = columnOf(vectors, k, classes);
        solveTriangles(factor, column);
        setColumn(vectors, k, classes, column);
      }
    },
    release() {
      // Nothing is kept.
    },
  };
}

function gram({ design, constant, rows, scale }: PreconditionTask): Square {
  const size = design.columns + (constant === 0 ? 0 : 1);
  const cells = new Float64Array(size * size);
  const row = new Float64Array(size);
  const count = rows?.length ?? design.rows;
  for (let i = 0; i < count; i++) {
    row.fill(0);
    addScaledRow(design, rows?.[i] ?? i, 1, row);
    if (constant !== 0) row[size - 1] = constant;
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) cells[j * size + k] += (scale / count) * row[j] * row[k];
    }
  }
  return { size, cells };
}

function shifted({ size, cells }: Square, { share, shift }: PreconditionTask): Square {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += cells[i * size + i];
  const added = share * (trace / size) + shift;
  for (let i = 0; i < size; i++) cells[i * size + i] += added;
  return { size, cells };
}

function cholesky({ size, cells }: Square): Square | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = cells[i * size + j];
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      if (i === j && !(sum > 0)) return undefined;
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j];
    }
  }
  return { size, cells: factor };
}

function solveTriangles({ size, cells }: Square, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= cells[i * size + k] * x[k];
    x[i] /= cells[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= cells[k * size + i] * x[k];
    x[i] /= cells[i * size + i];
  }
}
