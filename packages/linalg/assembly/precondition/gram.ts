import { address, integer } from '../job-arguments';
import * as R from '../rows/row-job';
import { maskBytes, packTiles, rowsOfChunk, tilesOf } from './tile-panels';

/** Addresses: for each sample of a matrix of whole tiles, f32s, rows of `WIDTH` bytes; filled from the diagonal's tile on. */
const GRAMS = R.OUTPUT;
/** Bytes of a row of a Gram matrix. */
const WIDTH = R.STRIDE;

/**
 * A part of the Gram matrix of a sample of the rows of X with a constant column at the end. Block b is for sample
 * ⌊b / parts⌋, whose rows are the job's `ROWS` after those of the samples before, and for every `parts`th row of tiles.
 * Some rows at a time are packed; then each tile of the matrix is added to from the rows that have cells in both its
 * tiles of columns. No two blocks meet, and every entry is summed in the order of the rows.
 */
export function gramBlock(job: usize, block: i32, scratch: usize): void {
  switch (integer(job, R.FORMAT) % 9) {
    case 0: return gram<u8, u8>(job, block, scratch);
    case 1: return gram<f32, u8>(job, block, scratch);
    case 2: return gram<f64, u8>(job, block, scratch);
    case 3: return gram<u8, u16>(job, block, scratch);
    case 4: return gram<f32, u16>(job, block, scratch);
    case 5: return gram<f64, u16>(job, block, scratch);
    case 6: return gram<u8, u32>(job, block, scratch);
    case 7: return gram<f32, u32>(job, block, scratch);
    case 8: return gram<f64, u32>(job, block, scratch);
  }
}

function gram<V, I>(job: usize, block: i32, scratch: usize): void {
  const tiles = tilesOf(integer(job, R.COLUMNS));
  const rows = integer(job, R.ROWS);
  const width = address(job, WIDTH);
  const parts = integer(job, R.PARTS);
  const sample = <usize>(block / parts);
  const part = block % parts;
  if (part >= tiles) return;
  const matrix = <usize>load<u32>(address(job, GRAMS) + (sample << 2));
  const orders = address(job, R.ORDER);
  const order = orders == 0 ? 0 : orders + ((sample * <usize>rows) << 2);
  const chunk = rowsOfChunk(tiles);
  const maskSize = maskBytes(chunk);
  const panelSize = <usize>chunk << 4;
  const panels = scratch + ((<usize>tiles * maskSize + 15) & ~15);
  for (let a = part; a < tiles; a += parts) memory.fill(matrix + (<usize>a << 2) * width, 0, width << 2);
  for (let from = 0; from < rows; from += chunk) {
    const to = min<i32>(from + chunk, rows);
    packTiles<V, I>(job, order, from, to, part, scratch, maskSize, panels, panelSize);
    for (let a = <usize>part; a < <usize>tiles; a += <usize>parts) {
      const mask = scratch + a * maskSize;
      if (isEmpty(mask, maskSize)) continue;
      const row = matrix + (a << 2) * width;
      for (let b = a; b < <usize>tiles; b++) {
        addTile(row + (b << 4), width, mask, panels + a * panelSize, scratch + b * maskSize, panels + b * panelSize, maskSize);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function isEmpty(mask: usize, bytes: usize): bool {
  let all: i64 = 0;
  for (let at: usize = 0; at < bytes; at += 8) all |= load<i64>(mask + at);
  return all == 0;
}

/** Adds to a 4 × 4 tile the products of the cells of the rows that two tiles of columns have in common. */
// @ts-ignore: decorator
@inline
function addTile(out: usize, width: usize, maskA: usize, a: usize, maskB: usize, b: usize, maskSize: usize): void {
  let s0 = v128.load(out);
  let s1 = v128.load(out + width);
  let s2 = v128.load(out + 2 * width);
  let s3 = v128.load(out + 3 * width);
  let base: usize = 0;
  for (let at: usize = 0; at < maskSize; at += 8) {
    let common = load<i64>(maskA + at) & load<i64>(maskB + at);
    while (common != 0) {
      const row = base + (<usize>ctz(common) << 4);
      common &= common - 1;
      const y = v128.load(b + row);
      s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<u32>(a + row), y));
      s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<u32>(a + row, 4), y));
      s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<u32>(a + row, 8), y));
      s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<u32>(a + row, 12), y));
    }
    base += 1024;
  }
  v128.store(out, s0);
  v128.store(out + width, s1);
  v128.store(out + 2 * width, s2);
  v128.store(out + 3 * width, s3);
}
