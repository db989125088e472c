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
  const present = [...new Set(codes)].sort((a, b) => a - b);
  const areas: number[] = [];
  const prevalences: number[] = [];
  for (const [k, first] of present.entries()) {
    for (const second of present.slice(k + 1)) {
      const rows = Array.from(codes.keys()).filter((i) => codes[i] === first || codes[i] === second);
      areas.push((pairAuc(codes, table, rows, first) + pairAuc(codes, table, rows, second)) / 2);
      prevalences.push(rows.length / codes.length);
    }
  }
  return average === 'weighted' ? mean(areas, prevalences) : mean(areas);
}

function pairAuc(codes: Int32Array, table: ScoreTable, rows: number[], positive: number): number {
  const { columns, data } = table;
  const isPositive = Uint8Array.from(rows, (i) => (codes[i] === positive ? 1 : 0));
  return binaryAuc(
    isPositive,
    Float64Array.from(rows, (i) => data[i * columns + positive]),
  );
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
