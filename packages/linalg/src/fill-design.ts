import type { CsrDesign, DenseDesign } from './design-matrix.js';
import type { RowSource } from './open-matrix.js';

/** Rows between two reports of work done. */
const ROWS_PER_STEP = 256;

/** Largest column count whose indices fit 16 bits. */
export const MAX_COLUMNS_U16 = 65_536;

/** Counts the nonzero cells, checking each on the way. Yields the work done. */
export function* measureDensity(source: RowSource): Generator<number, number> {
  const buffer = allocate(source, source.columns);
  let nonzeros = 0;
  for (let i = 0; i < source.rows; i++) {
    source.readRow(i, buffer);
    for (let j = 0; j < buffer.length; j++) if (buffer[j] !== 0) nonzeros++;
    if (i % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield ROWS_PER_STEP * source.columns;
  }
  return nonzeros;
}

/** Lays all rows one after the other. Yields the work done. */
export function* fillDense(source: RowSource): Generator<number, DenseDesign> {
  const { rows, columns } = source;
  if (source.data !== undefined) return { kind: 'dense', rows, columns, data: source.data };
  const data = allocate(source, rows * columns);
  for (let i = 0; i < rows; i++) {
    source.readRow(i, data.subarray(i * columns, (i + 1) * columns));
    if (i % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield ROWS_PER_STEP * columns;
  }
  return { kind: 'dense', rows, columns, data };
}

/** Keeps the nonzero cells, of which there are `nonzeros`. Yields the work done. */
export function* fillCsr(source: RowSource, nonzeros: number): Generator<number, CsrDesign> {
  const { rows, columns } = source;
  const buffer = allocate(source, columns);
  const values = allocate(source, nonzeros);
  const columnIndices = columns <= MAX_COLUMNS_U16 ? new Uint16Array(nonzeros) : new Uint32Array(nonzeros);
  const rowPointers = new Uint32Array(rows + 1);
  let filled = 0;
  for (let i = 0; i < rows; i++) {
    source.readRow(i, buffer);
    for (let j = 0; j < columns; j++) {
      if (buffer[j] === 0) continue;
      values[filled] = buffer[j];
      columnIndices[filled++] = j;
    }
    rowPointers[i + 1] = filled;
    if (i % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield ROWS_PER_STEP * columns;
  }
  return { kind: 'csr', rows, columns, values, columnIndices, rowPointers };
}

function allocate(source: RowSource, length: number): Float64Array | Uint8Array {
  return source.bytes ? new Uint8Array(length) : new Float64Array(length);
}
