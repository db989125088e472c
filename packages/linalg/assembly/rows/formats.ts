import { rowOuter, rowScores } from './products';

// A matrix's format as a number: the kind of its values (0 bytes, 1 floats, 2 doubles) plus three times the kind of
// its column indices (0 none: dense, 1 u16, 2 u32), plus nine for arithmetic in doubles.

/** `rowScores` for a format. */
export function scoresByFormat(format: i32, values: usize, indices: usize, start: usize, end: usize, weights: usize, stride: usize, sums: usize): void {
  switch (format) {
    case 0: return rowScores<u8, u8, f32>(values, indices, start, end, weights, stride, sums);
    case 1: return rowScores<f32, u8, f32>(values, indices, start, end, weights, stride, sums);
    case 2: return rowScores<f64, u8, f32>(values, indices, start, end, weights, stride, sums);
    case 3: return rowScores<u8, u16, f32>(values, indices, start, end, weights, stride, sums);
    case 4: return rowScores<f32, u16, f32>(values, indices, start, end, weights, stride, sums);
    case 5: return rowScores<f64, u16, f32>(values, indices, start, end, weights, stride, sums);
    case 6: return rowScores<u8, u32, f32>(values, indices, start, end, weights, stride, sums);
    case 7: return rowScores<f32, u32, f32>(values, indices, start, end, weights, stride, sums);
    case 8: return rowScores<f64, u32, f32>(values, indices, start, end, weights, stride, sums);
    case 9: return rowScores<u8, u8, f64>(values, indices, start, end, weights, stride, sums);
    case 10: return rowScores<f32, u8, f64>(values, indices, start, end, weights, stride, sums);
    case 11: return rowScores<f64, u8, f64>(values, indices, start, end, weights, stride, sums);
    case 12: return rowScores<u8, u16, f64>(values, indices, start, end, weights, stride, sums);
    case 13: return rowScores<f32, u16, f64>(values, indices, start, end, weights, stride, sums);
    case 14: return rowScores<f64, u16, f64>(values, indices, start, end, weights, stride, sums);
    case 15: return rowScores<u8, u32, f64>(values, indices, start, end, weights, stride, sums);
    case 16: return rowScores<f32, u32, f64>(values, indices, start, end, weights, stride, sums);
    case 17: return rowScores<f64, u32, f64>(values, indices, start, end, weights, stride, sums);
  }
}

/** `rowOuter` for a format. */
export function outerByFormat(format: i32, values: usize, indices: usize, start: usize, end: usize, factors: usize, stride: usize, out: usize): void {
  switch (format) {
    case 0: return rowOuter<u8, u8, f32>(values, indices, start, end, factors, stride, out);
    case 1: return rowOuter<f32, u8, f32>(values, indices, start, end, factors, stride, out);
    case 2: return rowOuter<f64, u8, f32>(values, indices, start, end, factors, stride, out);
    case 3: return rowOuter<u8, u16, f32>(values, indices, start, end, factors, stride, out);
    case 4: return rowOuter<f32, u16, f32>(values, indices, start, end, factors, stride, out);
    case 5: return rowOuter<f64, u16, f32>(values, indices, start, end, factors, stride, out);
    case 6: return rowOuter<u8, u32, f32>(values, indices, start, end, factors, stride, out);
    case 7: return rowOuter<f32, u32, f32>(values, indices, start, end, factors, stride, out);
    case 8: return rowOuter<f64, u32, f32>(values, indices, start, end, factors, stride, out);
    case 9: return rowOuter<u8, u8, f64>(values, indices, start, end, factors, stride, out);
    case 10: return rowOuter<f32, u8, f64>(values, indices, start, end, factors, stride, out);
    case 11: return rowOuter<f64, u8, f64>(values, indices, start, end, factors, stride, out);
    case 12: return rowOuter<u8, u16, f64>(values, indices, start, end, factors, stride, out);
    case 13: return rowOuter<f32, u16, f64>(values, indices, start, end, factors, stride, out);
    case 14: return rowOuter<f64, u16, f64>(values, indices, start, end, factors, stride, out);
    case 15: return rowOuter<u8, u32, f64>(values, indices, start, end, factors, stride, out);
    case 16: return rowOuter<f32, u32, f64>(values, indices, start, end, factors, stride, out);
    case 17: return rowOuter<f64, u32, f64>(values, indices, start, end, factors, stride, out);
  }
}
