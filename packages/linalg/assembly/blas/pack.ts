import { address, integer } from '../job-arguments';
import { loadSpread } from '../simd/lanes';
import { SPREAD_BYTES, TILE_BYTES } from './micro-kernel';

// Both factors of a product are read through strides, so that a transposed matrix is the same matrix with its strides
// exchanged, and laid out in the order in which the tiles walk over them.

/** Arguments of the packing kernel: B (k × n), its strides in bytes, where it goes. */
const SOURCE = 0;
const ROW_STRIDE = 1;
const COLUMN_STRIDE = 2;
const DEPTH = 3;
const COLUMNS = 4;
const PACKED = 5;
/** Steps of a slab. */
const SLAB = 6;
/** Panels that a block of the job packs. */
const PANELS_PER_BLOCK = 7;

/**
 * Packs some panels of one slab of B. Slabs follow each other, each of at most SLAB steps of k; in a slab, panels
 * follow each other, each of as many columns as a tile has; a panel lies step by step. Columns beyond the last are 0.
 */
export function packBlock<T>(job: usize, block: i32, _scratch: usize): void {
  const columns = integer(job, COLUMNS);
  const width = <i32>(TILE_BYTES / sizeof<T>());
  const panels = (columns + width - 1) / width;
  const each = integer(job, PANELS_PER_BLOCK);
  const groups = (panels + each - 1) / each;
  const k0 = (block / groups) * integer(job, SLAB);
  const k1 = min<i32>(k0 + integer(job, SLAB), integer(job, DEPTH));
  const rowStride = address(job, ROW_STRIDE);
  const columnStride = address(job, COLUMN_STRIDE);
  const first = (block % groups) * each;
  const last = min<i32>(first + each, panels);
  const slab = address(job, PACKED) + <usize>k0 * <usize>panels * TILE_BYTES;
  for (let panel = first; panel < last; panel++) {
    const column = panel * width;
    const from = address(job, SOURCE) + <usize>k0 * rowStride + <usize>column * columnStride;
    const to = slab + <usize>panel * <usize>(k1 - k0) * TILE_BYTES;
    packPanel<T>(from, rowStride, columnStride, k1 - k0, min<i32>(width, columns - column), to);
  }
}

function packPanel<T>(from: usize, rowStride: usize, columnStride: usize, steps: i32, columns: i32, to: usize): void {
  const end = to + <usize>steps * TILE_BYTES;
  const full = columns == <i32>(TILE_BYTES / sizeof<T>());
  if (full && columnStride == sizeof<T>()) {
    for (; to < end; to += TILE_BYTES) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      from += rowStride;
    }
    return;
  }
  if (!full) memory.fill(to, 0, end - to);
  for (; to < end; to += TILE_BYTES) {
    let at = from;
    for (let j = 0; j < columns; j++) {
      store<T>(to + <usize>j * sizeof<T>(), load<T>(at));
      at += columnStride;
    }
    from += rowStride;
  }
}

/**
 * Spreads up to four rows of A over `steps` steps of k: each number in all lanes of a register of its own. A tile's
 * missing rows repeat the first: what comes of them is thrown away.
 */
export function spreadPanel<T>(from: usize, rowStride: usize, columnStride: usize, rows: i32, steps: i32, to: usize): void {
  let a = from;
  let b = rows > 1 ? from + rowStride : from;
  let c = rows > 2 ? from + 2 * rowStride : from;
  let d = rows > 3 ? from + 3 * rowStride : from;
  const end = to + <usize>steps * SPREAD_BYTES;
  for (; to < end; to += SPREAD_BYTES) {
    v128.store(to, loadSpread<T>(a));
    v128.store(to, loadSpread<T>(b), 16);
    v128.store(to, loadSpread<T>(c), 32);
    v128.store(to, loadSpread<T>(d), 48);
    a += columnStride;
    b += columnStride;
    c += columnStride;
    d += columnStride;
  }
}
