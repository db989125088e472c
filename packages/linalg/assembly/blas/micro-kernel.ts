import { plus, spread, times } from '../simd/lanes';

/** Rows of a tile. */
export const TILE_ROWS = 4;
/** Bytes of a tile's row: two registers. */
export const TILE_BYTES: usize = 32;
/** Bytes of a spread panel's step: a register for each row. */
export const SPREAD_BYTES: usize = 64;

/**
 * A tile of a product: 4 rows × 2 registers of C = alpha·A·B + beta·C, summed over k in the order of k.
 *
 * Method: the tile's eight sums stay in registers; a step is six loads, eight multiplications and eight additions.
 * Bound: two multiplications and two additions a cycle, so four cycles a step. To be near it, the step must be all
 * that the loop is:
 *
 * - Eight sums and six operands fill 14 of the 16 registers. Engines put all loads of a basic block before its
 *   arithmetic, so a tile of 4 × 5 or 3 × 6, or two steps in one block, spills: 12 to 17 instead of 25 GFLOP/s in
 *   doubles at 3.3 GHz, where the bound is 26.
 * - Several steps share the loop's overhead, and the exits between them keep them in blocks of their own.
 * - A is spread beforehand, each number in all lanes: a load that spreads costs an address computation of its own.
 *
 * @param a `k` steps of 64 bytes: the four rows' numbers, each in all lanes
 * @param b `k` steps of 32 bytes: the numbers of the columns
 * @param k 1 or more
 * @param to the tile's place in C; with beta 0 it is not read
 * @param stride bytes from one row of C to the next
 */
// @ts-ignore: decorator
@inline
export function tile<T>(a: usize, b: usize, k: i32, to: usize, stride: usize, alpha: T, beta: T): void {
  let c0 = f64x2.splat(0);
  let d0 = f64x2.splat(0);
  let c1 = f64x2.splat(0);
  let d1 = f64x2.splat(0);
  let c2 = f64x2.splat(0);
  let d2 = f64x2.splat(0);
  let c3 = f64x2.splat(0);
  let d3 = f64x2.splat(0);
  let x: v128;
  let y: v128;
  let p: v128;
  let q: v128;
  let r: v128;
  let s: v128;
  while (true) {
    x = v128.load(b, 0);
    y = v128.load(b, 16);
    p = v128.load(a, 0);
    q = v128.load(a, 16);
    r = v128.load(a, 32);
    s = v128.load(a, 48);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 1) break;
    x = v128.load(b, 32);
    y = v128.load(b, 48);
    p = v128.load(a, 64);
    q = v128.load(a, 80);
    r = v128.load(a, 96);
    s = v128.load(a, 112);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 2) break;
    x = v128.load(b, 64);
    y = v128.load(b, 80);
    p = v128.load(a, 128);
    q = v128.load(a, 144);
    r = v128.load(a, 160);
    s = v128.load(a, 176);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 3) break;
    x = v128.load(b, 96);
    y = v128.load(b, 112);
    p = v128.load(a, 192);
    q = v128.load(a, 208);
    r = v128.load(a, 224);
    s = v128.load(a, 240);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 4) break;
    x = v128.load(b, 128);
    y = v128.load(b, 144);
    p = v128.load(a, 256);
    q = v128.load(a, 272);
    r = v128.load(a, 288);
    s = v128.load(a, 304);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 5) break;
    x = v128.load(b, 160);
    y = v128.load(b, 176);
    p = v128.load(a, 320);
    q = v128.load(a, 336);
    r = v128.load(a, 352);
    s = v128.load(a, 368);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 6) break;
    x = v128.load(b, 192);
    y = v128.load(b, 208);
    p = v128.load(a, 384);
    q = v128.load(a, 400);
    r = v128.load(a, 416);
    s = v128.load(a, 432);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    if (k == 7) break;
    x = v128.load(b, 224);
    y = v128.load(b, 240);
    p = v128.load(a, 448);
    q = v128.load(a, 464);
    r = v128.load(a, 480);
    s = v128.load(a, 496);
    c0 = plus<T>(c0, times<T>(p, x));
    d0 = plus<T>(d0, times<T>(p, y));
    c1 = plus<T>(c1, times<T>(q, x));
    d1 = plus<T>(d1, times<T>(q, y));
    c2 = plus<T>(c2, times<T>(r, x));
    d2 = plus<T>(d2, times<T>(r, y));
    c3 = plus<T>(c3, times<T>(s, x));
    d3 = plus<T>(d3, times<T>(s, y));
    k -= 8;
    if (k == 0) break;
    a += 8 * SPREAD_BYTES;
    b += 8 * TILE_BYTES;
  }
  const by = spread<T>(alpha);
  const keep = spread<T>(beta);
  const second = to + stride;
  const third = second + stride;
  const fourth = third + stride;
  if (beta != 0) {
    updateRow<T>(to, times<T>(by, c0), times<T>(by, d0), keep);
    updateRow<T>(second, times<T>(by, c1), times<T>(by, d1), keep);
    updateRow<T>(third, times<T>(by, c2), times<T>(by, d2), keep);
    updateRow<T>(fourth, times<T>(by, c3), times<T>(by, d3), keep);
  } else {
    storeRow(to, times<T>(by, c0), times<T>(by, d0));
    storeRow(second, times<T>(by, c1), times<T>(by, d1));
    storeRow(third, times<T>(by, c2), times<T>(by, d2));
    storeRow(fourth, times<T>(by, c3), times<T>(by, d3));
  }
}

// @ts-ignore: decorator
@inline
function updateRow<T>(to: usize, left: v128, right: v128, keep: v128): void {
  const old = v128.load(to, 16);
  v128.store(to, plus<T>(left, times<T>(keep, v128.load(to))));
  v128.store(to, plus<T>(right, times<T>(keep, old)), 16);
}

// @ts-ignore: decorator
@inline
function storeRow(to: usize, left: v128, right: v128): void {
  v128.store(to, left);
  v128.store(to, right, 16);
}
