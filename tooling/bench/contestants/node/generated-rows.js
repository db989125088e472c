import { CsrMatrix, DoubleMatrix } from '@tenfold/linalg';

import { mix } from './generated.js';

const TWO_32 = 2 ** 32;

/** Words of a text, before those that it has twice count as one. */
const WORDS = 115;

/** Words that texts of one class share. */
const TOPIC = 2000;

/**
 * Texts as weighted counts of words, rows of length 1, in floats: few words are frequent, a quarter of a text's are those of its
 * class, and one text of ten has a class of no meaning. The same as data.py makes.
 */
export function texts({ rows, columns, classes }) {
  const y = new Int32Array(rows);
  const counts = [];
  const frequency = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    const topic = mix(i + 11_111) % classes;
    y[i] = mix(i + 22_222) % 10 === 0 ? mix(i + 33_333) % classes : topic;
    const own = new Map();
    for (let t = 0; t < WORDS; t++) {
      const u = mix(i * WORDS + t + 44_444) / TWO_32;
      const isTopical = mix(i * WORDS + t + 55_555_555) % 4 === 0;
      const column = isTopical
        ? mix(topic * TOPIC + Math.floor(TOPIC * u * u) + 66_666) % columns
        : Math.floor(columns * u * u * u);
      own.set(column, (own.get(column) ?? 0) + 1);
    }
    for (const column of own.keys()) frequency[column]++;
    counts.push(own);
  }
  const weighted = counts.map((own) => {
    const cells = [...own].map(([column, times]) => [
      column,
      times * (1 + Math.log(rows / frequency[column])),
    ]);
    const length = Math.sqrt(cells.reduce((sum, [, value]) => sum + value * value, 0));
    return cells.map(([column, value]) => [column, value / length]);
  });
  const { values, columnIndices, rowPointers } = CsrMatrix.fromRows(weighted, columns);
  return {
    X: new CsrMatrix(rows, columns, { values: Float32Array.from(values), columnIndices, rowPointers }),
    y,
  };
}

/**
 * A table whose columns have scales from a thousandth to a thousand, and an offset each; labels that a linear model finds, all but
 * one of ten. The same as data.py makes.
 */
export function table({ rows, columns, classes }) {
  const y = new Int32Array(rows);
  const X = new DoubleMatrix(rows, columns);
  const part = (number) => mix(number) / TWO_32 - 0.5;
  const weights = Float64Array.from({ length: classes * columns }, (_, i) => part(i + 77_777));
  for (let i = 0; i < rows; i++) {
    const scores = new Float64Array(classes);
    for (let j = 0; j < columns; j++) {
      const at = 3 * (i * columns + j) + 88_888;
      const value = part(at) + part(at + 1) + part(at + 2);
      const scale = 10 ** ((j % 7) - 3);
      X.data[i * columns + j] = scale * (value + (j % 3));
      for (let k = 0; k < classes; k++) scores[k] += value * weights[k * columns + j];
    }
    const best = scores.reduce((most, score, k) => (score > scores[most] ? k : most), 0);
    y[i] = mix(i + 99_999) % 10 === 0 ? mix(i + 12_345) % classes : best;
  }
  return { X, y };
}
