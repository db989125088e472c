/**
 * Puts the rows of a flat matrix into another order in place, along the cycles of the permutation: 55 MB of images are
 * never held twice.
 *
 * @param data rows of `width` entries each, one after the other
 * @param width entries of a row
 * @param order the old number of each new row; every row once
 */
export function permuteRows(data: Uint8Array, width: number, order: ArrayLike<number>): void {
  const done = new Uint8Array(order.length);
  const first = new Uint8Array(width);
  for (let start = 0; start < order.length; start++) {
    if (done[start] === 1 || order[start] === start) continue;
    first.set(data.subarray(start * width, (start + 1) * width));
    let to = start;
    for (let from = order[to]; from !== start; from = order[to]) {
      data.copyWithin(to * width, from * width, (from + 1) * width);
      done[to] = 1;
      to = from;
    }
    data.set(first, to * width);
    done[to] = 1;
  }
}
