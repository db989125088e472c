import {
  checkClassesWeighted,
  inconsistentError,
  type SeenData,
  type StateCodec,
  type StateReader,
  type StoredState,
} from '@tenfold/base';
import { Matrix } from '@tenfold/linalg';

import type { LinearState, LinearWeights } from './fitted.js';
import { isMultinomial } from './params.js';
import type { LogisticRegressionSettings } from './settings.js';

/** The fitted state as tensors `coef`, `intercept`, `nIter` and facts `converged`, `objective`, `certificate`. */
export const state: StateCodec<LogisticRegressionSettings, LinearState> = {
  version: 1,
  write: ({ nIter, converged, objective, certificate, ...weights }) => ({
    tensors: {
      ...writeWeights(weights),
      nIter: { shape: [nIter.length], data: Int32Array.from(nIter) },
    },
    // JSON has no Infinity.
    facts: { converged, objective, ...(Number.isFinite(certificate) && { certificate }) },
  }),
  read: readState,
};

/** Linear scores as tensors. */
export function writeWeights({ coef, intercept }: LinearWeights): StoredState['tensors'] {
  return {
    coef: { shape: [coef.rows, coef.columns], data: Float64Array.from(coef.to1DArray()) },
    intercept: { shape: [intercept.length], data: intercept },
  };
}

/** Reads linear scores that could have come from a fit. */
export function readWeights(
  stored: StateReader,
  { classWeight, fitIntercept }: Pick<LogisticRegressionSettings, 'classWeight' | 'fitIntercept'>,
  { classes, nFeatures }: SeenData,
  owner: string,
): LinearWeights {
  if (classes.length < 2) throw inconsistentError('at least two classes', `${classes.length}`);
  checkClassesWeighted(owner, classWeight, classes);
  const rows = classes.length === 2 ? 1 : classes.length;
  const { data: coef } = stored.tensor('coef', 'float64', [rows, nFeatures]);
  const { data: intercept } = stored.tensor('intercept', 'float64', [rows]);
  const at = fitIntercept ? -1 : intercept.findIndex((value) => value !== 0);
  if (at >= 0) throw inconsistentError('an intercept of 0 with fitIntercept false', `${intercept[at]}`);
  return { coef: Matrix.from1DArray(rows, nFeatures, coef), intercept };
}

/** Reads what could have come from a fit. */
function readState(stored: StateReader, settings: LogisticRegressionSettings, seen: SeenData): LinearState {
  const weights = readWeights(stored, settings, seen, 'LogisticRegression');
  const rows = weights.coef.rows;
  const nIter = stored.counts('nIter', isMultinomial(settings, seen.classes) ? 1 : rows);
  return {
    ...weights,
    nIter: Array.from(nIter),
    converged: stored.boolean('converged'),
    objective: stored.number('objective'),
    certificate: stored.has('certificate') ? stored.number('certificate') : Infinity,
  };
}
