import { address } from '../job-arguments';
import { expF64 } from '../math/exp-f64';
import { log1pUnitF64 } from '../math/log-f64';
import * as R from '../rows/row-job';
import { addRowOuter, scoreRow } from '../rows/row-products';

/**
 * Binary logistic losses and gradients of a block of rows for many one-against-the-rest problems at once, a problem a
 * lane: rows of class POSITIVES[lane] are its positive side. T is the arithmetic of the products with the rows; what
 * is between them is done in doubles.
 */
export function oneVsRestBlock<T>(job: usize, block: i32, scratch: usize): void {
  const order = address(job, R.ORDER);
  const targets = address(job, R.TARGETS);
  const rowWeights = address(job, R.ROW_WEIGHTS);
  const positives = address(job, R.POSITIVES);
  const sides = address(job, R.SIDE_WEIGHTS);
  const curvatures = address(job, R.CURVATURES);
  const gradient = R.freshPartial(job, block);
  const lanes = <i32>(address(job, R.STRIDE) / sizeof<T>());
  const losses = address(job, R.LOSSES) + ((<usize>block * <usize>lanes) << 3);
  memory.fill(losses, 0, <usize>lanes << 3);
  const end = R.blockEnd(job, block);
  for (let i = R.blockStart(job, block); i < end; i++) {
    const row = R.rowAt(order, i);
    scoreRow(job, row, scratch);
    const target = load<i32>(targets + (<usize>row << 2));
    const curved: usize = curvatures == 0 ? 0 : curvatures + ((<usize>row * <usize>lanes) << 3);
    residuals<T>(scratch, lanes, target, R.rowWeight(rowWeights, row), positives, sides, losses, curved);
    addRowOuter<T>(job, row, scratch, gradient);
  }
}

/**
 * Replaces a row's scores by the derivatives of its losses.
 *
 * @param losses a loss is added to each lane's, f64s; 0 for none
 * @param curvatures where second derivatives go, f64s; 0 for none
 */
// @ts-ignore: decorator
@inline
export function residuals<T>(
  z: usize,
  lanes: i32,
  target: i32,
  weight: f64,
  positives: usize,
  sides: usize,
  losses: usize,
  curvatures: usize,
): void {
  const one = f64x2.splat(1);
  for (let lane = 0; lane < lanes; lane += 2) {
    const at = <usize>lane;
    const first = load<i32>(positives + (at << 2)) == target;
    const second = load<i32>(positives + (at << 2), 4) == target;
    const side = sides + (at << 4);
    const w = f64x2.replace_lane(
      f64x2.splat(weight * load<f64>(first ? side + 8 : side)),
      1,
      weight * load<f64>(second ? side + 24 : side + 16),
    );
    const sign = f64x2.replace_lane(f64x2.splat(first ? 1 : -1), 1, second ? 1 : -1);
    const margin = f64x2.mul(sign, loadPair<T>(z, at));
    const e = expF64(f64x2.neg(f64x2.abs(margin)));
    const likely = f64x2.div(one, f64x2.add(one, e));
    const unlikely = f64x2.mul(e, likely);
    const wrong = f64x2.lt(margin, f64x2.splat(0));
    const miss = v128.bitselect(likely, unlikely, wrong);
    storePair<T>(z, at, f64x2.neg(f64x2.mul(sign, f64x2.mul(miss, w))));
    if (losses != 0) {
      const loss = f64x2.add(log1pUnitF64(e), v128.and(f64x2.neg(margin), wrong));
      v128.store(losses + (at << 3), f64x2.add(v128.load(losses + (at << 3)), f64x2.mul(w, loss)));
    }
    if (curvatures != 0) v128.store(curvatures + (at << 3), f64x2.mul(w, f64x2.mul(likely, unlikely)));
  }
}

/** Two scores as doubles. */
// @ts-ignore: decorator
@inline
function loadPair<T>(z: usize, lane: usize): v128 {
  if (sizeof<T>() == 4) return f64x2.promote_low_f32x4(v128.load64_zero(z + (lane << 2)));
  return v128.load(z + (lane << 3));
}

// @ts-ignore: decorator
@inline
function storePair<T>(z: usize, lane: usize, pair: v128): void {
  if (sizeof<T>() == 4) v128.store64_lane(z + (lane << 2), f32x4.demote_f64x2_zero(pair), 0);
  else v128.store(z + (lane << 3), pair);
}
