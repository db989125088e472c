import { ByteMatrix } from '@tenfold/linalg';

/** The same 32 bits for the same number as data.py gives. */
export function mix(number) {
  let h = (Math.imul(number, 2654435761) + 374761393) | 0;
  h ^= h >>> 15;
  h = Math.imul(h, 2246822519);
  h ^= h >>> 13;
  h = Math.imul(h, 3266489917);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Rows of bytes, a share of them 0, and labels 0 to 9 that a linear model finds; the same as data.py makes.
 *
 * @param {number} rows
 * @param {number} columns
 * @param {number} density the share of cells that are not 0
 */
export function generated(rows, columns, density) {
  const images = new ByteMatrix(rows, columns);
  const labels = new Uint8Array(rows);
  const centers = Float64Array.from({ length: columns * 10 }, (_, i) => (mix(i + 77_777_777) % 21) - 10);
  const limit = density * 1000;
  const scores = new Float64Array(10);
  for (let i = 0; i < rows; i++) {
    scores.fill(0);
    for (let j = 0; j < columns; j++) {
      const h = mix(i * columns + j);
      if (h % 1000 >= limit) continue;
      const cell = ((h >>> 16) % 255) + 1;
      images.data[i * columns + j] = cell;
      for (let k = 0; k < 10; k++) scores[k] += cell * centers[j * 10 + k];
    }
    labels[i] = scores.reduce((best, score, k) => (score > scores[best] ? k : best), 0);
  }
  return { images, labels };
}

/** A square matrix of numbers between -0.5 and 0.5, row after row; the same as gemm.py makes. */
export function generatedSquare(n, seed, Type = Float64Array) {
  return Type.from({ length: n * n }, (_, i) => mix(i + seed) / 2 ** 32 - 0.5);
}
