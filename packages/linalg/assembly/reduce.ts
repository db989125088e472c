/**
 * Adds the sums of all blocks in the order of the blocks, in doubles.
 *
 * @param partials `blocks` stretches of `count` numbers each, one after the other
 * @param bytesEach 4 for floats, 8 for doubles
 * @param out `count` doubles, filled; count is even
 */
export function sumPartials(partials: usize, count: i32, blocks: i32, bytesEach: i32, out: usize): void {
  const bytes = <usize>count * <usize>bytesEach;
  for (let i: usize = 0; i < <usize>count; i += 2) {
    let at = partials + i * <usize>bytesEach;
    let sum = f64x2.splat(0);
    for (let block = 0; block < blocks; block++) {
      const pair = bytesEach == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(at)) : v128.load(at);
      sum = f64x2.add(sum, pair);
      at += bytes;
    }
    v128.store(out + (i << 3), sum);
  }
}
