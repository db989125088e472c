import type { FeatureMatrix, Labels } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';

import type { LogisticRegression } from '../logistic-regression/logistic-regression.js';
import type { Square } from './information.js';
import { estimatesOf } from './terms.js';

/** What `bootstrapCovariance` takes beside the data. */
export interface BootstrapTask {
  readonly nResamples: number;
  readonly randomState: number;
  /** How often each row counts. */
  readonly weights: Float64Array;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The covariance matrix of the coefficients over fits to rows drawn again, with replacement and as many. Draws in which a class
 * is missing are drawn anew. (B. Efron, Ann. Statist. 7, 1979.)
 */
export async function bootstrapCovariance(
  model: LogisticRegression,
  X: FeatureMatrix,
  y: Labels,
  { nResamples, randomState, weights, signal }: BootstrapTask,
): Promise<Square> {
  const random = new RandomState(randomState);
  const fits: number[][] = [];
  while (fits.length < nResamples) {
    const counts = new Float64Array(weights.length);
    for (let t = 0; t < counts.length; t++) counts[random.randint(0, counts.length)]++;
    const sampleWeight = counts.map((count, i) => count * weights[i]);
    if (!hasAllClasses(y, sampleWeight, model.classes.length)) continue;
    const again = await model.clone().fit(X, y, { sampleWeight, signal });
    fits.push(estimatesOf(model, again.intercept, again.coef));
  }
  return sampleCovariance(fits);
}

function hasAllClasses(y: Labels, weights: Float64Array, classes: number): boolean {
  const there = new Set<unknown>();
  for (let i = 0; i < weights.length; i++) if (weights[i] > 0) there.add(y[i]);
  return there.size === classes;
}

function sampleCovariance(fits: readonly (readonly number[])[]): Square {
  const size = fits[0].length;
  const mean = Float64Array.from(
    { length: size },
    (_, j) => fits.reduce((sum, fit) => sum + fit[j], 0) / fits.length,
  );
  const cells = new Float64Array(size * size);
  for (const fit of fits)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        cells[a * size + b] += ((fit[a] - mean[a]) * (fit[b] - mean[b])) / (fits.length - 1);
  return { size, cells };
}
