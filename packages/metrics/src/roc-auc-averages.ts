import { trapezoids } from './auc.js';
import { columnOf, type ScoreTable } from './probabilities.js';
import { curveOf } from './roc-curve.js';
import { mean } from './sums.js';

/** How the areas of several classes become one number. */
export type AucAverage = 'macro' | 'weighted' | 'micro';

/** The area under one ROC curve; NaN when all samples, or all their weight, are on one side. */
export function binaryAuc(isPositive: Uint8Array, scores: Float64Array, weights?: Float64Array): number {
  const { fpr, tpr } = curveOf(isPositive, scores, weights, true);
  return trapezoids(fpr, tpr);
}

/** Each class against the others; `codes` are columns of the table. */
export function averageOneVsRest(
  codes: Int32Array,
  table: ScoreTable,
  weights: Float64Array | undefined,
  average: AucAverage | null,
): number | number[] {
  if (average === 'micro') return microAuc(codes, table, weights);
  const areas: number[] = [];
  const supports = new Array<number>(table.columns).fill(0);
  codes.forEach((code, i) => (supports[code] += weights?.[i] ?? 1));
  for (let column = 0; column < table.columns; column++) {
    areas.push(binaryAuc(isClass(codes, column), columnOf(table, column), weights));
  }
  if (average === null) return areas;
  if (average === 'macro') return mean(areas);
  return mean(
    areas.map((area, k) => (supports[k] === 0 ? 0 : area)),
    supports,
  );
}

/** Each pair of present classes against each other. */
export function averageOneVsOne(codes: Int32Array, table: ScoreTable, average: 'macro' | 'weighted'): number {
  const members = rowsByClass(codes, table.columns);
  const present = [...members.keys()].filter((column) => members[column].length > 0);
  const areas: number[] = [];
  const prevalences: number[] = [];
  for (const [k, first] of present.entries()) {
    for (const second of present.slice(k + 1)) {
      const { rows, isFirst } = mergeRows(members[first], members[second]);
      const isSecond = isFirst.map((one) => 1 - one);
      const areaOf = (isPositive: Uint8Array, column: number) =>
        binaryAuc(isPositive, scoresOf(table, rows, column));
      areas.push((areaOf(isFirst, first) + areaOf(isSecond, second)) / 2);
      prevalences.push(rows.length / codes.length);
    }
  }
  return average === 'weighted' ? mean(areas, prevalences) : mean(areas);
}

/** The rows of each class, ascending: all codes are read twice, however many pairs of classes there are. */
function rowsByClass(codes: Int32Array, classes: number): Uint32Array[] {
  const counts = new Uint32Array(classes);
  for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
  const members = Array.from(counts, (count) => new Uint32Array(count));
  for (let i = codes.length - 1; i >= 0; i--) {
    const code = codes[i];
    members[code][--counts[code]] = i;
  }
  return members;
}

/** The rows of two classes, ascending, and for each whether it is of the first. */
function mergeRows(first: Uint32Array, second: Uint32Array): { rows: Uint32Array; isFirst: Uint8Array } {
  const rows = new Uint32Array(first.length + second.length);
  const isFirst = new Uint8Array(rows.length);
  for (let a = 0, b = 0, at = 0; at < rows.length; at++) {
    const takesFirst = b === second.length || (a < first.length && first[a] < second[b]);
    rows[at] = takesFirst ? first[a++] : second[b++];
    isFirst[at] = takesFirst ? 1 : 0;
  }
  return { rows, isFirst };
}

function scoresOf({ columns, data }: ScoreTable, rows: Uint32Array, column: number): Float64Array {
  return Float64Array.from(rows, (row) => data[row * columns + column]);
}

/** Every cell is a sample: is it the column of the row's class? */
function microAuc(codes: Int32Array, { rows, columns, data }: ScoreTable, weights?: Float64Array): number {
  const isPositive = new Uint8Array(rows * columns);
  codes.forEach((code, i) => (isPositive[i * columns + code] = 1));
  const cellWeights =
    weights && Float64Array.from(isPositive, (_, cell) => weights[Math.floor(cell / columns)]);
  return binaryAuc(isPositive, Float64Array.from(data), cellWeights);
}

function isClass(codes: Int32Array, column: number): Uint8Array {
  return Uint8Array.from(codes, (code) => (code === column ? 1 : 0));
}
