import { address, integer } from '../job-arguments';
import { compressRow, fillOrders, ORDERS_BYTES, SLACK } from './compress';
import { scoresByFormat } from './formats';
import * as R from './row-job';
import { scoreRow } from './row-products';

/** Formats come in threes, dense first, and in nines for floats and doubles; this far on are the wide indices. */
const KINDS = 3;
const FORMATS = 9;
const WIDE = 6;

/** Columns whose cells as doubles and 32-bit indices fit a thread's scratch memory of 1 MiB. */
const MOST_COMPRESSED = 80_000;

/**
 * The scores of a block of rows: OUTPUT gets `stride` bytes a row. Dense rows are compressed first, so that zeros cost
 * little and a matrix gives the same bits however it is stored.
 */
export function scoresBlock(job: usize, block: i32, scratch: usize): void {
  const stride = address(job, R.STRIDE);
  const order = address(job, R.ORDER);
  const output = address(job, R.OUTPUT);
  const compress = integer(job, R.FORMAT) % FORMATS < KINDS && integer(job, R.COLUMNS) <= MOST_COMPRESSED;
  const cells = compress ? fillOrders(scratch) + ORDERS_BYTES : 0;
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    const out = output + <usize>i * stride;
    if (compress) scoreCompressed(job, row, cells, scratch, out);
    else scoreRow(job, row, out);
  }
}

function scoreCompressed(job: usize, row: i32, cells: usize, orders: usize, out: usize): void {
  const columns = integer(job, R.COLUMNS);
  const stride = address(job, R.STRIDE);
  const weights = address(job, R.WEIGHTS);
  const format = integer(job, R.FORMAT);
  const from = <usize>row * <usize>columns;
  const indices = cells + (((<usize>columns + 63) & ~63) + SLACK) * 8;
  const count = compressByKind(format % KINDS, address(job, R.VALUES), from, columns, cells, indices, orders);
  memory.copy(out, weights + <usize>columns * stride, stride);
  scoresByFormat(format + WIDE, cells, indices, 0, count, weights, stride, out);
}

function compressByKind(
  kind: i32,
  values: usize,
  from: usize,
  columns: usize,
  cells: usize,
  indices: usize,
  orders: usize,
): usize {
  switch (kind) {
    case 0:
      return compressRow<u32>(values + from, 0, columns, cells, indices, orders);
    case 1:
      return compressNumbers<f32>(values + (from << 2), columns, cells, indices);
    default:
      return compressNumbers<f64>(values + (from << 3), columns, cells, indices);
  }
}

function compressNumbers<V>(from: usize, columns: usize, cells: usize, indices: usize): usize {
  let count: usize = 0;
  for (let j: usize = 0; j < columns; j++) {
    const cell = load<V>(from + j * sizeof<V>());
    store<V>(cells + count * sizeof<V>(), cell);
    store<u32>(indices + (count << 2), <u32>j);
    count += <usize>(cell != 0);
  }
  return count;
}
