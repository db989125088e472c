import type { ClassificationProblem, FitResult } from '@tenfold/base';
import { type DenseDesign, toDesignMatrixAsync, workMeter } from '@tenfold/linalg';

import { checkPriorCount, classCounts, shares } from '../class-count.js';
import { visitOn } from './binarize.js';
import type { BernoulliNBSettings } from './params.js';
import type { BernoulliState } from './state.js';

const NAME = 'BernoulliNB';

/** Counts how often each feature is on in each class, with one pass over the rows. */
export async function fit(
  problem: ClassificationProblem<BernoulliNBSettings, never>,
): Promise<FitResult<BernoulliState>> {
  const { X, rows, columns, classes, codes, sampleWeight, settings, signal } = problem;
  if (settings.classPrior !== null) checkPriorCount(NAME, 'classPrior', settings.classPrior, classes.length);
  const classCount = classCounts(NAME, codes, classes.length, sampleWeight);
  const design = (await toDesignMatrixAsync(X, { owner: NAME, storage: 'dense', signal })) as DenseDesign;
  const featureCount = new Float64Array(classes.length * columns);
  for (let i = 0; i < rows; i++) {
    const weight = sampleWeight?.[i] ?? 1;
    const start = codes[i] * columns;
    visitOn(design, i, settings.binarize, (j) => {
      featureCount[start + j] += weight;
    });
    await workMeter.spend(columns, signal);
  }
  return { state: { featureCount, classCount, classPrior: priors(settings, classCount) } };
}

function priors({ classPrior, fitPrior }: BernoulliNBSettings, classCount: Float64Array): Float64Array {
  if (classPrior !== null) return Float64Array.from(classPrior);
  return fitPrior ? shares(classCount) : classCount.map(() => 1 / classCount.length);
}
