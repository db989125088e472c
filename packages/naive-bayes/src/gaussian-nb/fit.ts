import type { ClassificationProblem, FitResult } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { type DenseDesign, largest, toDesignMatrixAsync, workMeter } from '@tenfold/linalg';

import { checkPriorCount, classCounts, shares } from '../class-count.js';
import type { GaussianNBSettings } from './params.js';
import type { GaussianState } from './state.js';

const NAME = 'GaussianNB';

/** How far the sum of given priors may be from 1. */
const SUM_TOLERANCE = 1e-8;

/** Fits a normal distribution to each feature of each class, with two passes over the rows. */
export async function fit(
  problem: ClassificationProblem<GaussianNBSettings, never>,
): Promise<FitResult<GaussianState>> {
  const { X, columns, classes, codes, sampleWeight, settings, signal } = problem;
  const classPrior = checkPriors(settings.priors, classes.length);
  const design = (await toDesignMatrixAsync(X, { owner: NAME, storage: 'dense', signal })) as DenseDesign;
  const classCount = classCounts(NAME, codes, classes.length, sampleWeight);
  const rows = { design, codes, sampleWeight, signal };
  const theta = await meansOf(rows, classCount, (value) => value);
  const variances = await meansOf(rows, classCount, (value, at) => (value - theta[at]) ** 2);
  const epsilon = settings.varSmoothing * (await largestVariance(design, signal));
  for (let at = 0; at < variances.length; at++) variances[at] += epsilon;
  checkVariances(variances, columns);
  return {
    state: { theta, var: variances, classCount, classPrior: classPrior ?? shares(classCount), epsilon },
  };
}

function checkPriors(priors: readonly number[] | null, classes: number): Float64Array | undefined {
  if (priors === null) return undefined;
  checkPriorCount(NAME, 'priors', priors, classes);
  const sum = priors.reduce((total, prior) => total + prior, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE)
    throw new ParameterError(NAME, 'priors', 'numbers that sum to 1', `a sum of ${sum}`);
  return Float64Array.from(priors);
}

interface WeightedRows {
  readonly design: DenseDesign;
  readonly codes: Int32Array;
  readonly sampleWeight: Float64Array | undefined;
  readonly signal: AbortSignal | undefined;
}

/** The weighted mean, over the rows of each class, of what `valueOf` makes of each cell. */
async function meansOf(
  { design, codes, sampleWeight, signal }: WeightedRows,
  classCount: Float64Array,
  valueOf: (cell: number, at: number) => number,
): Promise<Float64Array> {
  const { rows, columns, data } = design;
  const means = new Float64Array(classCount.length * columns);
  for (let i = 0; i < rows; i++) {
    const weight = sampleWeight?.[i] ?? 1;
    const start = codes[i] * columns;
    for (let j = 0; j < columns; j++) means[start + j] += weight * valueOf(data[i * columns + j], start + j);
    await workMeter.spend(columns, signal);
  }
  return means.map((sum, at) => sum / classCount[Math.floor(at / columns)]);
}

/** The largest variance of a feature over all rows, without weights, as in scikit-learn. */
async function largestVariance(design: DenseDesign, signal: AbortSignal | undefined): Promise<number> {
  const all = { design, codes: new Int32Array(design.rows), sampleWeight: undefined, signal };
  const count = Float64Array.of(design.rows);
  const means = await meansOf(all, count, (value) => value);
  return largest(await meansOf(all, count, (value, at) => (value - means[at]) ** 2));
}

function checkVariances(variances: Float64Array, columns: number): void {
  const at = variances.findIndex((variance) => !(variance > 0 && variance < Infinity));
  if (at < 0) return;
  const column = at % columns;
  const expected =
    variances[at] === 0
      ? `above 0 when feature ${column} is the same in all rows of a class and no feature varies`
      : `such that variances are finite, which those of feature ${column} are not: scale X`;
  throw new ParameterError(NAME, 'varSmoothing', expected, variances[at]);
}
