import { columnOf } from '../rows/cells';

// The cells of one row, laid out for the two products that a visit makes with them.

/** Bytes of a cell. */
export const CELL_BYTES: usize = 24;
/** f64: the cell's value. */
export const VALUE: usize = 0;
/** f64: how far the column is behind with its steps by the sums. */
export const GAP: usize = 8;
/** u32: bytes from the first feature's weights to this one's. */
export const OFFSET: usize = 16;
/** u32: how many steps the column has made. */
export const STEPS: usize = 20;

/**
 * Lays out the cells of a row that are not 0, and counts their columns as up to date. What lies behind the last one may be
 * written over.
 *
 * @param made how many steps each column has made
 * @param reach how far the first k steps go
 * @param steps how many there are
 * @returns the address behind the last cell
 */
export function layOut(
  format: i32,
  values: usize,
  indices: usize,
  start: usize,
  end: usize,
  stride: usize,
  made: usize,
  reach: usize,
  steps: i32,
  out: usize,
): usize {
  switch (format) {
    case 0: return layOutCells<u8, u8>(values, indices, start, end, stride, made, reach, steps, out);
    case 1: return layOutCells<f32, u8>(values, indices, start, end, stride, made, reach, steps, out);
    case 2: return layOutCells<f64, u8>(values, indices, start, end, stride, made, reach, steps, out);
    case 3: return layOutCells<u8, u16>(values, indices, start, end, stride, made, reach, steps, out);
    case 4: return layOutCells<f32, u16>(values, indices, start, end, stride, made, reach, steps, out);
    case 5: return layOutCells<f64, u16>(values, indices, start, end, stride, made, reach, steps, out);
    case 6: return layOutCells<u8, u32>(values, indices, start, end, stride, made, reach, steps, out);
    case 7: return layOutCells<f32, u32>(values, indices, start, end, stride, made, reach, steps, out);
    default: return layOutCells<f64, u32>(values, indices, start, end, stride, made, reach, steps, out);
  }
}

function layOutCells<V, I>(
  values: usize,
  indices: usize,
  start: usize,
  end: usize,
  stride: usize,
  made: usize,
  reach: usize,
  steps: i32,
  out: usize,
): usize {
  const now = load<f64>(reach + (<usize>steps << 3));
  let cell = out;
  for (let p = start; p < end; p++) {
    const value = <f64>load<V>(values + p * sizeof<V>());
    const column = columnOf<I>(indices, p, start);
    // Without a branch, which zeros among others would mislead.
    const counts = value != 0;
    const own = made + (column << 2);
    const before = load<i32>(own);
    store<i32>(own, counts ? steps : before);
    store<f64>(cell, value, VALUE);
    store<f64>(cell, now - load<f64>(reach + (<usize>before << 3)), GAP);
    store<u32>(cell, <u32>(column * stride), OFFSET);
    store<i32>(cell, before, STEPS);
    cell += <usize>counts * CELL_BYTES;
  }
  return cell;
}
