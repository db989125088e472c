import { NonFiniteError } from '@tenfold/core';
import { Matrix } from 'ml-matrix';

import type { KernelMemory } from '../kernels/kernel-memory.js';
import type { Scope } from '../kernels/scope.js';
import { workMeter } from '../work-meter.js';
import type { FloatMatrix } from './flat-matrix.js';
import type { FloatArray, Operand } from './operand.js';

/** Numbers copied that take about as long as one multiply-add of a plain loop. */
const COPIES_PER_WORK = 8;

/** Numbers of a matrix copied between two reports of work done. */
const COPIED_PER_STEP = 1 << 16;

/** A matrix, or a part of one, in the kernels' memory. Strides are in bytes. */
export interface StoredMatrix {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** Bytes of a number: 4 or 8. */
  readonly size: 4 | 8;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** The same numbers with rows and columns exchanged. */
export function transposed(matrix: StoredMatrix): StoredMatrix {
  const { rows, columns, rowStride, columnStride } = matrix;
  return { ...matrix, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride };
}

/** The part of a matrix from (row, column) on. */
export function part(
  matrix: StoredMatrix,
  row: number,
  column: number,
  rows: number = matrix.rows - row,
  columns: number = matrix.columns - column,
): StoredMatrix {
  const at = matrix.at + row * matrix.rowStride + column * matrix.columnStride;
  return { ...matrix, at, rows, columns };
}

/** Takes memory for a matrix, row after row; what it holds is undefined. */
export function reserve(scope: Scope, rows: number, columns: number, size: 4 | 8): StoredMatrix {
  const at = scope.allocate(rows * columns * size);
  return { at, rows, columns, size, rowStride: columns * size, columnStride: size };
}

/** All numbers of a matrix that lies row after row. */
export function numbersOf(memory: KernelMemory, matrix: StoredMatrix): FloatArray {
  const length = matrix.rows * matrix.columns;
  return matrix.size === 4 ? memory.f32(matrix.at, length) : memory.f64(matrix.at, length);
}

/** How a matrix is copied into the kernels' memory. */
interface StoreOptions {
  /** Bytes of a number there. */
  readonly size: 4 | 8;
  /** Refuse NaN and infinities, naming this function. */
  readonly finite?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies a matrix into the kernels' memory, giving the event loop back as it goes.
 *
 * @throws NonFiniteError when only finite numbers are wanted
 */
export async function store(
  scope: Scope,
  operand: Operand,
  { size, finite, signal }: StoreOptions,
): Promise<StoredMatrix> {
  const { rows, columns } = operand;
  const matrix = reserve(scope, rows, columns, size);
  const step = Math.max(1, Math.floor(COPIED_PER_STEP / Math.max(1, columns)));
  for (let first = 0; first < rows; first += step) {
    const last = Math.min(first + step, rows);
    const numbers = numbersOf(scope.memory, matrix);
    for (let i = first; i < last; i++) {
      const row = numbers.subarray(i * columns, (i + 1) * columns);
      operand.readRow(i, row);
      if (finite !== undefined) checkFinite(finite, row, i);
    }
    await workMeter.spend(((last - first) * columns) / COPIES_PER_WORK, signal);
  }
  return matrix;
}

function checkFinite(owner: string, row: FloatArray, index: number): void {
  // 0·x is NaN for what is not finite: one sum tells for a whole row.
  let zero = 0;
  for (let j = 0; j < row.length; j++) zero += 0 * row[j];
  if (zero === 0) return;
  const column = row.findIndex((value) => !Number.isFinite(value));
  throw new NonFiniteError(owner, index, column, row[column]);
}

/** Rows and columns mirrored at a time, so that both ends stay in the cache. */
const MIRROR = 32;

/** Copies what is below the diagonal of a square matrix to above it. */
export async function mirrorLower(
  memory: KernelMemory,
  matrix: StoredMatrix,
  signal?: AbortSignal,
): Promise<void> {
  const n = matrix.rows;
  for (let first = 0; first < n; first += MIRROR) {
    const numbers = numbersOf(memory, matrix);
    const last = Math.min(first + MIRROR, n);
    for (let start = 0; start <= first; start += MIRROR) {
      for (let i = first; i < last; i++) {
        const end = Math.min(start + MIRROR, i);
        for (let j = start; j < end; j++) numbers[j * n + i] = numbers[i * n + j];
      }
    }
    await workMeter.spend(MIRROR * first, signal);
  }
}

/** Copies a matrix that lies row after row out: floats as a flat matrix, doubles as an ml-matrix matrix. */
export async function give(
  memory: KernelMemory,
  matrix: StoredMatrix,
  signal?: AbortSignal,
): Promise<Matrix | FloatMatrix> {
  return matrix.size === 4 ? toFloatMatrix(memory, matrix) : toMatrix(memory, matrix, signal);
}

async function toMatrix(memory: KernelMemory, matrix: StoredMatrix, signal?: AbortSignal): Promise<Matrix> {
  const { rows, columns } = matrix;
  const result = new Matrix(rows, 0) as { -readonly [K in keyof Matrix]: Matrix[K] } & {
    data: Float64Array[];
  };
  // One stretch for all rows: a thousand of their own take longer to make and to collect than to compute.
  const numbers = new Float64Array(rows * columns);
  const step = Math.max(1, Math.floor(COPIED_PER_STEP / Math.max(1, columns)));
  for (let first = 0; first < rows; first += step) {
    const last = Math.min(first + step, rows);
    numbers.set(numbersOf(memory, matrix).subarray(first * columns, last * columns), first * columns);
    for (let i = first; i < last; i++) result.data[i] = numbers.subarray(i * columns, (i + 1) * columns);
    await workMeter.spend(((last - first) * columns) / COPIES_PER_WORK, signal);
  }
  result.columns = columns;
  return result;
}

function toFloatMatrix(memory: KernelMemory, matrix: StoredMatrix): FloatMatrix {
  const { rows, columns } = matrix;
  return { rows, columns, data: memory.f32(matrix.at, rows * columns).slice() };
}
