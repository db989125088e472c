import { address, double, integer } from '../job-arguments';
import { softmaxResiduals } from '../logistic/multinomial';
import { residuals } from '../logistic/one-vs-rest';
import { rowStart, rowWeight } from '../rows/row-job';
import { layOut } from './cells';
import * as G from './group';
import { shrunkSteps } from './shrink';
import { catchUp, spread } from './visit';

/** Arguments. */
const COLUMNS = 0;
/** See rows/formats.ts; for arithmetic in floats. */
const FORMAT = 1;
const VALUES = 2;
const INDICES = 3;
const POINTERS = 4;
/** i32 a row. */
const TARGETS = 5;
/** f64 a row, or 0. */
const ROW_WEIGHTS = 6;
/** u32: the rows to visit, one after the other. */
const DRAWS = 7;
const DRAW_COUNT = 8;
/** f64 a row: the length of the step along its own change of derivative, 0 in SAG. */
const FACTORS = 9;
/** f64 a draw: the length of the step along the sums. */
const LENGTHS = 10;
/** See group.ts. */
const GROUPS = 11;
/** 1 for the softmax of all lanes, 0 for binary problems. */
const SOFTMAX = 12;
/** 1 when factors are not 0. */
const CORRECTS = 13;
/** Doubles: 1 - step·l2; the L1 penalty's strength beside the sum; the square of the constant feature. */
const DECAY = 0;
const GAMMA = 1;
const CONSTANT_SQUARE = 2;

/** Where the scale of the weights is multiplied in. */
const LEAST_SCALE: f64 = 1e-9;

/**
 * Stochastic average gradients: for each row drawn its derivative r at the weights as they are, the sums of x·r kept up
 * to date, and a step along them; in SAGA also along the row's own change. The weights of columns without a cell in the
 * row stay behind until a row that has one is drawn, or the walk ends.
 *
 * M. Schmidt, N. Le Roux, F. Bach, "Minimizing finite sums with the stochastic average gradient", Mathematical Programming
 * 162, 2017, DOI 10.1007/s10107-016-1030-6, section 4; A. Defazio, F. Bach, S. Lacoste-Julien, "SAGA", NIPS 2014.
 */
export function averageGradientBlock(job: usize, block: i32, scratch: usize): void {
  const group = address(job, GROUPS) + <usize>block * G.GROUP_BYTES;
  const columns = integer(job, COLUMNS);
  const pointers = address(job, POINTERS);
  const stride = G.word(group, G.STRIDE);
  const weights = G.word(group, G.WEIGHTS);
  const sums = G.word(group, G.SUMS);
  const made = G.word(group, G.MADE);
  const reach = G.word(group, G.REACH);
  const cells = G.word(group, G.CELLS);
  const draws = address(job, DRAWS);
  const lengths = address(job, LENGTHS);
  const factors = address(job, FACTORS);
  const corrects = integer(job, CORRECTS) != 0;
  const decay = double(job, DECAY);
  const gamma = double(job, GAMMA);
  const count = integer(job, DRAW_COUNT);
  let scale: f64 = 1;
  let steps = 0;
  memory.fill(made, 0, <usize>columns << 2);
  store<f64>(reach, 0);
  for (let t = 0; t < count; t++) {
    const row = load<i32>(draws + (<usize>t << 2));
    const length = load<f64>(lengths + (<usize>t << 3));
    const factor = load<f64>(factors + (<usize>row << 3));
    const end = layOut(
      integer(job, FORMAT),
      address(job, VALUES),
      address(job, INDICES),
      rowStart(pointers, row, columns),
      rowStart(pointers, row + 1, columns),
      stride,
      made,
      reach,
      steps,
      cells,
    );
    memory.copy(scratch, G.word(group, G.INTERCEPTS), stride);
    if (gamma > 0) catchUp<u16>(cells, end, weights, sums, stride, gamma, reach, steps, scale, scratch);
    else catchUp<u8>(cells, end, weights, sums, stride, gamma, reach, steps, scale, scratch);
    derivatives(job, group, row, scratch, stride);
    scale *= decay;
    remember(job, group, row, scratch, stride, factor, length, scale);
    if (corrects) spread<u16>(cells, end, weights, sums, stride, scratch, scratch + stride);
    else spread<u8>(cells, end, weights, sums, stride, scratch, scratch + stride);
    const before = load<f64>(reach + (<usize>steps << 3));
    steps++;
    store<f64>(reach + (<usize>steps << 3), before + length / scale);
    if (scale < LEAST_SCALE) {
      settle(group, columns, gamma, steps, scale);
      scale = 1;
      steps = 0;
    }
  }
  settle(group, columns, gamma, steps, scale);
}

/** Replaces scores by the derivatives of the row's losses. */
// @ts-ignore: decorator
@inline
function derivatives(job: usize, group: usize, row: i32, z: usize, stride: usize): void {
  const target = load<i32>(address(job, TARGETS) + (<usize>row << 2));
  const weight = rowWeight(address(job, ROW_WEIGHTS), row);
  if (integer(job, SOFTMAX) != 0) {
    softmaxResiduals<f64>(z, stride, <usize>target, weight, 0);
    return;
  }
  const lanes = <i32>(stride >> 3);
  residuals<f64>(z, lanes, target, weight, G.word(group, G.POSITIVES), G.word(group, G.SIDES), 0, 0);
}

/** Remembers a row's derivatives, leaves how they changed and the corrections by that, and steps with the intercepts. */
// @ts-ignore: decorator
@inline
function remember(
  job: usize,
  group: usize,
  row: i32,
  z: usize,
  stride: usize,
  factor: f64,
  length: f64,
  scale: f64,
): void {
  const memory = G.word(group, G.MEMORY) + <usize>row * stride;
  const intercepts = G.word(group, G.INTERCEPTS);
  const sums = G.word(group, G.INTERCEPT_SUMS);
  const square = double(job, CONSTANT_SQUARE);
  const own = f64x2.splat(square * factor);
  const common = f64x2.splat(square * length);
  const share = f64x2.splat(factor / scale);
  for (let lane: usize = 0; lane < stride; lane += 16) {
    const r = v128.load(z + lane);
    const change = f64x2.sub(r, v128.load(memory + lane));
    v128.store(memory + lane, r);
    v128.store(z + lane, change);
    v128.store(z + stride + lane, f64x2.mul(share, change));
    const sum = f64x2.add(v128.load(sums + lane), change);
    v128.store(sums + lane, sum);
    const step = f64x2.add(f64x2.mul(own, change), f64x2.mul(common, sum));
    v128.store(intercepts + lane, f64x2.sub(v128.load(intercepts + lane), step));
  }
}

/** Brings all weights up to date, multiplies the scale in, and begins to count steps anew. */
function settle(group: usize, columns: i32, gamma: f64, steps: i32, scale: f64): void {
  const stride = G.word(group, G.STRIDE);
  const made = G.word(group, G.MADE);
  const reach = G.word(group, G.REACH);
  const factor = f64x2.splat(scale);
  const now = load<f64>(reach + (<usize>steps << 3));
  let w = G.word(group, G.WEIGHTS);
  let g = G.word(group, G.SUMS);
  for (let column = 0; column < columns; column++) {
    const before = load<i32>(made + (<usize>column << 2));
    const gap = now - load<f64>(reach + (<usize>before << 3));
    for (let lane: usize = 0; lane < stride; lane += 16) {
      const moved =
        gamma > 0
          ? shrunkSteps(v128.load(w + lane), v128.load(g + lane), gap, gamma, reach, before, steps)
          : f64x2.sub(v128.load(w + lane), f64x2.mul(f64x2.splat(gap), v128.load(g + lane)));
      v128.store(w + lane, f64x2.mul(factor, moved));
    }
    w += stride;
    g += stride;
  }
  memory.fill(made, 0, <usize>columns << 2);
}
