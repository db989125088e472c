// Steps of one weight by an average gradient that stays what it is, with the soft threshold of an L1 penalty after
// each. Step k goes a_k·G and shrinks by a_k·γ towards 0; reach[k] = a_1 + … + a_k.

/**
 * Many steps at once for two weights: w - a·G, shrunk by a·γ, which is what they come to one by one unless a weight
 * that G drives crosses 0 on its way; such weights go by `crossing`.
 */
// @ts-ignore: decorator
@inline
export function shrunkSteps(w: v128, sum: v128, gap: f64, gamma: f64, reach: usize, before: i32, steps: i32): v128 {
  const far = f64x2.splat(gap);
  const limit = f64x2.splat(gap * gamma);
  const moved = f64x2.sub(w, f64x2.mul(far, sum));
  const found = f64x2.sub(moved, f64x2.pmin(f64x2.pmax(moved, f64x2.neg(limit)), limit));
  const driven = v128.and(
    f64x2.gt(f64x2.abs(sum), f64x2.splat(gamma)),
    f64x2.gt(f64x2.mul(w, sum), f64x2.splat(0)),
  );
  const turned = v128.and(driven, f64x2.le(f64x2.mul(w, found), f64x2.splat(0)));
  if (!v128.any_true(turned)) return found;
  let result = found;
  if (i64x2.extract_lane(turned, 0) != 0) {
    const own = crossing(f64x2.extract_lane(w, 0), f64x2.extract_lane(sum, 0), gamma, reach, before, steps);
    result = f64x2.replace_lane(result, 0, own);
  }
  if (i64x2.extract_lane(turned, 1) != 0) {
    const own = crossing(f64x2.extract_lane(w, 1), f64x2.extract_lane(sum, 1), gamma, reach, before, steps);
    result = f64x2.replace_lane(result, 1, own);
  }
  return result;
}

/** The steps `before` to `steps` of a weight of the sign of G, |G| > γ, that is driven over 0. */
function crossing(w: f64, sum: f64, gamma: f64, reach: usize, before: i32, steps: i32): f64 {
  const sign: f64 = w < 0 ? -1 : 1;
  const start = sign * w;
  const pull = sign * sum;
  const origin = load<f64>(reach + (<usize>before << 3));
  // The first step after which nothing is left of it.
  let low = before;
  let high = steps;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const far = load<f64>(reach + (<usize>middle << 3)) - origin;
    if (start - far * (pull + gamma) > 0) low = middle;
    else high = middle;
  }
  const last = load<f64>(reach + (<usize>low << 3));
  const then = load<f64>(reach + (<usize>high << 3));
  const step = then - last;
  const moved = start - (last - origin) * (pull + gamma) - step * pull;
  const landed = moved - max<f64>(-step * gamma, min<f64>(moved, step * gamma));
  const rest = load<f64>(reach + (<usize>steps << 3)) - then;
  return sign * (landed - rest * (pull - gamma));
}
