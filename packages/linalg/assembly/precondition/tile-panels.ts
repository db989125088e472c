import { address, double, integer } from '../job-arguments';
import { columnOf } from '../rows/cells';
import * as R from '../rows/row-job';

// Some rows at a time lie in a thread's scratch memory by tiles of four neighbouring columns: most of an image's pixels
// have neighbours, so that a tile is a good deal for one register. First the tiles' masks, whose bits tell which rows
// have a cell in the tile, an i64 for every 64 rows; then their panels, four floats a row, filled where the mask says so.

/** Bytes of panels and masks at most: with the sums they stay in the second cache. */
const MOST_BYTES: i32 = 512 << 10;

/** Rows of a word of a mask. */
const WORD: i32 = 64;

/** Tiles of the columns and the constant column after them. */
// @ts-ignore: decorator
@inline
export function tilesOf(columns: i32): i32 {
  return (columns + 4) >> 2;
}

/** Rows that are packed at a time: whole words, or half a word where rows are very wide. */
export function rowsOfChunk(tiles: i32): i32 {
  const rows = MOST_BYTES / (tiles * 17);
  return rows < WORD ? WORD / 2 : rows & ~(WORD - 1);
}

/** Bytes of a mask for so many rows. */
export function maskBytes(rows: i32): usize {
  return <usize>((rows + WORD - 1) / WORD) << 3;
}

/**
 * Packs rows `from` to `to` - 1 of those in `order`, from tile `first` on.
 *
 * @param masks filled, `maskSize` bytes a tile
 * @param panels filled where the masks say so, `panelSize` bytes a tile
 */
export function packTiles<V, I>(
  job: usize,
  order: usize,
  from: i32,
  to: i32,
  first: i32,
  masks: usize,
  maskSize: usize,
  panels: usize,
  panelSize: usize,
): void {
  const columns = integer(job, R.COLUMNS);
  const values = address(job, R.VALUES);
  const indices = address(job, R.INDICES);
  const pointers = address(job, R.POINTERS);
  const constant = <f32>double(job, 0);
  const last = <usize>columns >> 2;
  memory.fill(masks + <usize>first * maskSize, 0, <usize>(tilesOf(columns) - first) * maskSize);
  for (let i = from; i < to; i++) {
    const row = R.rowAt(order, i);
    const start = R.rowStart(pointers, row, columns);
    const end = R.rowStart(pointers, row + 1, columns);
    const at = <usize>(i - from);
    const word = masks + ((at >> 6) << 3);
    const bit: i64 = (<i64>1) << <i64>(at & 63);
    const cells = panels + (at << 4);
    let current: usize = usize.MAX_VALUE;
    for (let p = firstAtLeast<I>(indices, start, end, <usize>first << 2); p < end; p++) {
      const column = columnOf<I>(indices, p, start);
      const tile = column >> 2;
      const panel = cells + tile * panelSize;
      if (tile != current) {
        current = tile;
        addBit(word + tile * maskSize, bit);
        v128.store(panel, f32x4.splat(0));
      }
      store<f32>(panel + ((column & 3) << 2), <f32>load<V>(values + p * sizeof<V>()));
    }
    if (constant == 0) continue;
    const panel = cells + last * panelSize;
    if (last != current) {
      addBit(word + last * maskSize, bit);
      v128.store(panel, f32x4.splat(0));
    }
    store<f32>(panel + ((<usize>columns & 3) << 2), constant);
  }
}

// @ts-ignore: decorator
@inline
function addBit(word: usize, bit: i64): void {
  store<i64>(word, load<i64>(word) | bit);
}

/** The first cell of a row whose column is at least `column`. */
// @ts-ignore: decorator
@inline
function firstAtLeast<I>(indices: usize, start: usize, end: usize, column: usize): usize {
  if (sizeof<I>() == 1) return min<usize>(start + column, end);
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columnOf<I>(indices, middle, start) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
