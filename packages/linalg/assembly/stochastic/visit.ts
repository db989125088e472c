import { CELL_BYTES, GAP, OFFSET, STEPS, VALUE } from './cells';
import { shrunkSteps } from './shrink';

// The two products of a visit to a row, a few registers of lanes at a time. Their type tells the kind of steps apart
// where the code is made: u8 for plain ones, u16 for the others.

/**
 * Brings the weights of a row's columns up to date and adds `scale`·Σ x_j·w_j to `scores`. Steps of kind u16 shrink
 * weights, by an L1 penalty of strength `gamma`.
 */
export function catchUp<Kind>(
  cells: usize,
  end: usize,
  weights: usize,
  sums: usize,
  stride: usize,
  gamma: f64,
  reach: usize,
  steps: i32,
  scale: f64,
  scores: usize,
): void {
  let lane: usize = 0;
  for (; lane + 80 <= stride; lane += 80) {
    lanes<Kind>(5, cells, end, weights + lane, sums + lane, gamma, reach, steps, scale, scores + lane);
  }
  for (; lane + 48 <= stride; lane += 48) {
    lanes<Kind>(3, cells, end, weights + lane, sums + lane, gamma, reach, steps, scale, scores + lane);
  }
  for (; lane < stride; lane += 16) {
    lanes<Kind>(1, cells, end, weights + lane, sums + lane, gamma, reach, steps, scale, scores + lane);
  }
}

// @ts-ignore: decorator
@inline
function lanes<Kind>(
  count: i32,
  cells: usize,
  end: usize,
  weights: usize,
  sums: usize,
  gamma: f64,
  reach: usize,
  steps: i32,
  scale: f64,
  scores: usize,
): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let a4 = a0;
  for (let cell = cells; cell < end; cell += CELL_BYTES) {
    const offset = <usize>load<u32>(cell, OFFSET);
    const w = weights + offset;
    const g = sums + offset;
    const x = v128.load_splat<u64>(cell, VALUE);
    a0 = f64x2.add(a0, f64x2.mul(x, updated<Kind>(w, g, cell, gamma, reach, steps)));
    if (count > 1) a1 = f64x2.add(a1, f64x2.mul(x, updated<Kind>(w + 16, g + 16, cell, gamma, reach, steps)));
    if (count > 2) a2 = f64x2.add(a2, f64x2.mul(x, updated<Kind>(w + 32, g + 32, cell, gamma, reach, steps)));
    if (count > 3) a3 = f64x2.add(a3, f64x2.mul(x, updated<Kind>(w + 48, g + 48, cell, gamma, reach, steps)));
    if (count > 4) a4 = f64x2.add(a4, f64x2.mul(x, updated<Kind>(w + 64, g + 64, cell, gamma, reach, steps)));
  }
  const s = f64x2.splat(scale);
  v128.store(scores, f64x2.add(v128.load(scores), f64x2.mul(s, a0)));
  if (count > 1) v128.store(scores, f64x2.add(v128.load(scores, 16), f64x2.mul(s, a1)), 16);
  if (count > 2) v128.store(scores, f64x2.add(v128.load(scores, 32), f64x2.mul(s, a2)), 32);
  if (count > 3) v128.store(scores, f64x2.add(v128.load(scores, 48), f64x2.mul(s, a3)), 48);
  if (count > 4) v128.store(scores, f64x2.add(v128.load(scores, 64), f64x2.mul(s, a4)), 64);
}

/** Two weights after the steps that their cell is behind. */
// @ts-ignore: decorator
@inline
function updated<Kind>(w: usize, g: usize, cell: usize, gamma: f64, reach: usize, steps: i32): v128 {
  if (sizeof<Kind>() == 1) {
    const moved = f64x2.sub(v128.load(w), f64x2.mul(v128.load_splat<u64>(cell, GAP), v128.load(g)));
    v128.store(w, moved);
    return moved;
  }
  const before = load<i32>(cell, STEPS);
  const shrunk = shrunkSteps(v128.load(w), v128.load(g), load<f64>(cell, GAP), gamma, reach, before, steps);
  v128.store(w, shrunk);
  return shrunk;
}

/** Adds x_j·d to the sums of a row's columns; steps of kind u16 also take x_j·f from their weights. */
export function spread<Kind>(
  cells: usize,
  end: usize,
  weights: usize,
  sums: usize,
  stride: usize,
  differences: usize,
  corrections: usize,
): void {
  let lane: usize = 0;
  for (; lane + 80 <= stride; lane += 80) {
    shares<Kind>(5, cells, end, weights + lane, sums + lane, differences + lane, corrections + lane);
  }
  for (; lane + 48 <= stride; lane += 48) {
    shares<Kind>(3, cells, end, weights + lane, sums + lane, differences + lane, corrections + lane);
  }
  for (; lane < stride; lane += 16) {
    shares<Kind>(1, cells, end, weights + lane, sums + lane, differences + lane, corrections + lane);
  }
}

// @ts-ignore: decorator
@inline
function shares<Kind>(
  count: i32,
  cells: usize,
  end: usize,
  weights: usize,
  sums: usize,
  differences: usize,
  corrections: usize,
): void {
  const d0 = v128.load(differences);
  const f0 = v128.load(corrections);
  let d1 = d0;
  let d2 = d0;
  let d3 = d0;
  let d4 = d0;
  let f1 = f0;
  let f2 = f0;
  let f3 = f0;
  let f4 = f0;
  if (count > 1) d1 = v128.load(differences, 16);
  if (count > 2) d2 = v128.load(differences, 32);
  if (count > 3) d3 = v128.load(differences, 48);
  if (count > 4) d4 = v128.load(differences, 64);
  if (count > 1) f1 = v128.load(corrections, 16);
  if (count > 2) f2 = v128.load(corrections, 32);
  if (count > 3) f3 = v128.load(corrections, 48);
  if (count > 4) f4 = v128.load(corrections, 64);
  for (let cell = cells; cell < end; cell += CELL_BYTES) {
    const offset = <usize>load<u32>(cell, OFFSET);
    const w = weights + offset;
    const g = sums + offset;
    const x = v128.load_splat<u64>(cell, VALUE);
    share<Kind>(w, g, x, d0, f0);
    if (count > 1) share<Kind>(w + 16, g + 16, x, d1, f1);
    if (count > 2) share<Kind>(w + 32, g + 32, x, d2, f2);
    if (count > 3) share<Kind>(w + 48, g + 48, x, d3, f3);
    if (count > 4) share<Kind>(w + 64, g + 64, x, d4, f4);
  }
}

// @ts-ignore: decorator
@inline
function share<Kind>(w: usize, g: usize, x: v128, d: v128, f: v128): void {
  v128.store(g, f64x2.add(v128.load(g), f64x2.mul(x, d)));
  if (sizeof<Kind>() == 2) v128.store(w, f64x2.sub(v128.load(w), f64x2.mul(x, f)));
}
