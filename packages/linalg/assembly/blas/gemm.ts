import { address, double, integer } from '../job-arguments';
import { TILE_BYTES, TILE_ROWS } from './micro-kernel';
import { spreadPanel } from './pack';
import { tileF32, tileF64 } from './tiles';

/** Arguments of the product C = alpha·A·B + beta·C; strides in bytes; B as `packBlock` leaves it. */
const ROWS = 0;
const COLUMNS = 1;
const DEPTH = 2;
const A = 3;
const A_ROW_STRIDE = 4;
const A_COLUMN_STRIDE = 5;
const PACKED = 6;
const C = 7;
const C_STRIDE = 8;
/** A block of the job is BLOCK_ROWS × BLOCK_COLUMNS of C, a whole number of tiles. */
const BLOCK_ROWS = 9;
const BLOCK_COLUMNS = 10;
const SLAB = 11;
/** 1: only tiles that meet the lower triangle are computed. */
const LOWER = 12;
/** Doubles. */
const ALPHA = 0;
const BETA = 1;

/** In a thread's scratch memory: a tile, then a spread panel. */
const TILE_SIZE: usize = 128;

/**
 * One block of C. For each slab of k, rows of A are spread four at a time (they stay in the first cache) and meet all
 * panels of B that the block has (they stay in the second). Each element of C is the sum of its slabs' sums in their
 * order, each added in the order of k: it depends on the shapes alone.
 */
export function gemmBlock<T>(job: usize, block: i32, scratch: usize): void {
  const blockRows = integer(job, BLOCK_ROWS);
  const blockColumns = integer(job, BLOCK_COLUMNS);
  const down = (integer(job, ROWS) + blockRows - 1) / blockRows;
  const row0 = (block % down) * blockRows;
  const column0 = (block / down) * blockColumns;
  const row1 = min<i32>(row0 + blockRows, integer(job, ROWS));
  if (integer(job, LOWER) != 0 && row1 <= column0) return;
  const depth = integer(job, DEPTH);
  const slab = integer(job, SLAB);
  const panels = panelsOf<T>(integer(job, COLUMNS));
  for (let k0 = 0; k0 < depth; k0 += slab) {
    const steps = min<i32>(slab, depth - k0);
    const beta = k0 == 0 ? double(job, BETA) : 1;
    const packed = address(job, PACKED) + <usize>k0 * <usize>panels * TILE_BYTES;
    for (let row = row0; row < row1; row += TILE_ROWS) {
      const rows = min<i32>(TILE_ROWS, row1 - row);
      const from = address(job, A) + <usize>row * address(job, A_ROW_STRIDE) + <usize>k0 * address(job, A_COLUMN_STRIDE);
      const panel = scratch + TILE_SIZE;
      spreadPanel<T>(from, address(job, A_ROW_STRIDE), address(job, A_COLUMN_STRIDE), rows, steps, panel);
      rowOfTiles<T>(job, row, rows, column0, packed, steps, <T>beta, scratch);
    }
  }
}

/** The tiles of a block that lie side by side. */
// @ts-ignore: decorator
@inline
function rowOfTiles<T>(job: usize, row: i32, rows: i32, column0: i32, packed: usize, steps: i32, beta: T, scratch: usize): void {
  const width = <i32>(TILE_BYTES / sizeof<T>());
  const columns = integer(job, COLUMNS);
  const wanted = integer(job, LOWER) != 0 ? min<i32>(row + rows, columns) : columns;
  const column1 = min<i32>(column0 + integer(job, BLOCK_COLUMNS), wanted);
  const stride = address(job, C_STRIDE);
  const out = address(job, C) + <usize>row * stride;
  const alpha = <T>double(job, ALPHA);
  const panelBytes = <usize>steps * TILE_BYTES;
  let b = packed + <usize>(column0 / width) * panelBytes;
  for (let column = column0; column < column1; column += width) {
    const to = out + <usize>column * sizeof<T>();
    if (rows == TILE_ROWS && column + width <= columns) {
      tileOf<T>(scratch + TILE_SIZE, b, steps, to, stride, alpha, beta);
    } else {
      tileOf<T>(scratch + TILE_SIZE, b, steps, scratch, TILE_BYTES, alpha, 0);
      addCells<T>(scratch, to, stride, rows, min<i32>(width, columns - column), beta);
    }
    b += panelBytes;
  }
}

// @ts-ignore: decorator
@inline
function tileOf<T>(a: usize, b: usize, steps: i32, to: usize, stride: usize, alpha: T, beta: T): void {
  if (sizeof<T>() == 4) tileF32(a, b, steps, to, stride, <f32>alpha, <f32>beta);
  else tileF64(a, b, steps, to, stride, <f64>alpha, <f64>beta);
}

/** C = tile + beta·C for a tile that hangs over the edge of C: only what is inside is read and written. */
function addCells<T>(tile: usize, to: usize, stride: usize, rows: i32, columns: i32, beta: T): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = to + <usize>j * sizeof<T>();
      const value = load<T>(tile + <usize>j * sizeof<T>());
      store<T>(at, beta != 0 ? value + beta * load<T>(at) : value);
    }
    tile += TILE_BYTES;
    to += stride;
  }
}

// @ts-ignore: decorator
@inline
function panelsOf<T>(columns: i32): i32 {
  const width = <i32>(TILE_BYTES / sizeof<T>());
  return (columns + width - 1) / width;
}
