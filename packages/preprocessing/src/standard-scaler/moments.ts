import { type DesignMatrix, largest } from '@tenfold/linalg';

import { CompensatedSums } from '../compensated-sums.js';
import { visitRows } from '../design-rows.js';

/** Means and variances of the columns of a matrix. */
export interface Moments {
  readonly mean: Float64Array;
  /** The variance of column j, of the whole population, is `var[j]` times 4 to the power of `exponent[j]`. */
  readonly var: Float64Array;
  /** 0, or `HUGE_EXPONENT` of columns whose variance may lie beyond the largest double. */
  readonly exponent: Int32Array;
}

/** Columns with values from here on are computed in a larger unit, in which no square overflows. */
const HUGE = 2 ** 400;
/** That unit's exponent: the largest double is below 2^424 in it. */
export const HUGE_EXPONENT = 600;
/** Whole numbers up to here are exact, and so are their sums. */
const EXACT = 2 ** 53;

/** What one pass over the rows finds of each column; the sums are exact when all their terms are whole and small. */
interface Survey {
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Whether there is a value that is no whole number: 0 or 1. */
  readonly broken: Uint8Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/**
 * Means and variances. Columns of whole numbers, such as bytes, have exact sums in whatever order and form the rows come; of others
 * the sums are compensated, and the variance is found in a pass of its own, as Σw(x - mean)² with the correction by
 * (Σw(x - mean))² of Chan, Golub and LeVeque (1983, doi:10.1080/00031305.1983.10483115).
 *
 * @param design the rows
 * @param weights each row's weight, 0 or more and not all 0; 1 each when undefined. Rows without weight count as absent
 * @param total the sum of the weights
 * @param signal cancels it: the promise rejects with the signal's reason
 */
export async function moments(
  design: DesignMatrix,
  weights: Float64Array | undefined,
  total: number,
  signal: AbortSignal | undefined,
): Promise<Moments> {
  const { columns } = design;
  const found = {
    mean: new Float64Array(columns),
    var: new Float64Array(columns),
    exponent: new Int32Array(columns),
  };
  const survey = await surveyRows(design, weights, signal);
  const wholeWeights = weights?.every((weight) => Number.isInteger(weight)) ?? true;
  const others: number[] = [];
  for (let j = 0; j < columns; j++) {
    const size = Math.max(Math.abs(survey.min[j]), Math.abs(survey.max[j]));
    if (size >= HUGE) found.exponent[j] = HUGE_EXPONENT;
    if (wholeWeights && survey.broken[j] === 0 && total * Math.max(1, size) * size <= EXACT) {
      found.mean[j] = survey.sum[j] / total + 0;
      found.var[j] = exactVariance(total, survey.sum[j], survey.squares[j]);
    } else {
      others.push(j);
    }
  }
  if (others.length > 0) await measure(design, scaleWeights(weights), survey, others, found, signal);
  return found;
}

async function surveyRows(
  design: DesignMatrix,
  weights: Float64Array | undefined,
  signal: AbortSignal | undefined,
): Promise<Survey> {
  const { columns } = design;
  const min = new Float64Array(columns).fill(Infinity);
  const max = new Float64Array(columns).fill(-Infinity);
  const broken = new Uint8Array(columns);
  const sum = new Float64Array(columns);
  const squares = new Float64Array(columns);
  await visitRows(design, signal, (row, i) => {
    const weight = weights?.[i] ?? 1;
    if (weight === 0) return;
    for (let j = 0; j < columns; j++) {
      const x = row[j];
      if (x < min[j]) min[j] = x;
      if (x > max[j]) max[j] = x;
      if (x !== Math.trunc(x)) broken[j] = 1;
      sum[j] += weight * x;
      squares[j] += weight * x * x;
    }
  });
  return { min, max, broken, sum, squares };
}

/** (n·Σx² - (Σx)²) / n² of whole numbers, whose products may need more than 53 bits. */
function exactVariance(total: number, sum: number, squares: number): number {
  const numerator = BigInt(total) * BigInt(squares) - BigInt(sum) ** 2n;
  return Number(numerator) / total / total;
}

/** The means and variances of some columns, in two passes. */
async function measure(
  design: DesignMatrix,
  weights: Float64Array | undefined,
  { min, max }: Survey,
  columns: readonly number[],
  found: Moments,
  signal: AbortSignal | undefined,
): Promise<void> {
  const total = sumOf(weights) ?? design.rows;
  const units = Float64Array.from(columns, (j) => 2 ** -found.exponent[j]);
  const sums = new CompensatedSums(columns.length);
  await visitRows(design, signal, (row, i) => {
    const weight = weights?.[i] ?? 1;
    if (weight === 0) return;
    for (let k = 0; k < columns.length; k++) sums.add(k, weight * (row[columns[k]] * units[k]));
  });
  // Rounding may lead a mean out of its column's values, and a constant column must have its own value as mean.
  const means = Float64Array.from(columns, (j, k) =>
    Math.min(Math.max(sums.at(k) / total, min[j] * units[k]), max[j] * units[k]),
  );
  const squares = new CompensatedSums(columns.length);
  const rests = new CompensatedSums(columns.length);
  await visitRows(design, signal, (row, i) => {
    const weight = weights?.[i] ?? 1;
    if (weight === 0) return;
    for (let k = 0; k < columns.length; k++) {
      const difference = row[columns[k]] * units[k] - means[k];
      rests.add(k, weight * difference);
      squares.add(k, weight * difference * difference);
    }
  });
  for (const [k, j] of columns.entries()) {
    found.mean[j] = means[k] / units[k] + 0;
    found.var[j] = Math.max(0, squares.at(k) - rests.at(k) ** 2 / total) / total;
  }
}

/** The sum of weights. */
export function sumOf(weights: Float64Array | undefined): number | undefined {
  if (weights === undefined) return undefined;
  const sums = new CompensatedSums(1);
  for (const weight of weights) sums.add(0, weight);
  return sums.at(0);
}

/** Weights in a unit in which the largest is about 1, so that no product with them overflows or vanishes. */
function scaleWeights(weights: Float64Array | undefined): Float64Array | undefined {
  if (weights === undefined) return undefined;
  const power = -Math.round(Math.log2(largest(weights)));
  // In two steps, as the inverse of a denormal number lies beyond the largest double.
  const [first, second] = [2 ** Math.trunc(power / 2), 2 ** (power - Math.trunc(power / 2))];
  return weights.map((weight) => weight * first * second);
}
