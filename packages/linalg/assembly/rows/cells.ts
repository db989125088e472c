import { BYTES_F32, BYTES_F64 } from './byte-tables';

// Reading a row's cells. V is the type of the values (u8, f32, f64); I that of the column indices: u16 or u32, or
// u8, which stands for none: a dense row, whose cells are its columns.

/** Four times the value at an address as a float; for a byte one load from a table instead of a conversion and a shuffle. */
// @ts-ignore: decorator
@inline
export function splatAtF32<V>(value: usize): v128 {
  if (sizeof<V>() == 1) return v128.load_splat<u32>(BYTES_F32 + (<usize>load<u8>(value) << 2));
  if (sizeof<V>() == 4) return v128.load_splat<u32>(value);
  return f32x4.splat(<f32>load<f64>(value));
}

/** Twice the value at an address as a double. */
// @ts-ignore: decorator
@inline
export function splatAtF64<V>(value: usize): v128 {
  if (sizeof<V>() == 1) return v128.load_splat<u64>(BYTES_F64 + (<usize>load<u8>(value) << 3));
  if (sizeof<V>() == 4) return f64x2.splat(<f64>load<f32>(value));
  return v128.load_splat<u64>(value);
}

/** The column of cell p of a row that starts at `start`. */
// @ts-ignore: decorator
@inline
export function columnOf<I>(indices: usize, p: usize, start: usize): usize {
  if (sizeof<I>() == 2) return <usize>load<u16>(indices + (p << 1));
  if (sizeof<I>() == 4) return <usize>load<u32>(indices + (p << 2));
  return p - start;
}
