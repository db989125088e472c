import {
  checkClassesWeighted,
  inconsistentError,
  type SeenData,
  type StateCodec,
  type StateReader,
} from '@tenfold/base';
import { Matrix } from '@tenfold/linalg';

import type { LinearState } from './fitted.js';
import { isMultinomial } from './params.js';
import type { LogisticRegressionSettings } from './settings.js';

/** The fitted state as tensors `coef`, `intercept`, `nIter` and facts `converged`, `objective`, `certificate`. */
export const state: StateCodec<LogisticRegressionSettings, LinearState> = {
  version: 1,
  write: ({ coef, intercept, nIter, converged, objective, certificate }) => ({
    tensors: {
      coef: { shape: [coef.rows, coef.columns], data: Float64Array.from(coef.to1DArray()) },
      intercept: { shape: [intercept.length], data: intercept },
      nIter: { shape: [nIter.length], data: Int32Array.from(nIter) },
    },
    // JSON has no Infinity.
    facts: { converged, objective, ...(Number.isFinite(certificate) && { certificate }) },
  }),
  read: readState,
};

/** Reads what could have come from a fit. */
function readState(
  stored: StateReader,
  settings: LogisticRegressionSettings,
  { classes, nFeatures }: SeenData,
): LinearState {
  if (classes.length < 2) throw inconsistentError('at least two classes', `${classes.length}`);
  checkClassesWeighted('LogisticRegression', settings.classWeight, classes);
  const rows = classes.length === 2 ? 1 : classes.length;
  const { data: coef } = stored.tensor('coef', 'float64', [rows, nFeatures]);
  const { data: intercept } = stored.tensor('intercept', 'float64', [rows]);
  const nIter = stored.counts('nIter', isMultinomial(settings, classes) ? 1 : rows);
  const at = settings.fitIntercept ? -1 : intercept.findIndex((value) => value !== 0);
  if (at >= 0) throw inconsistentError('an intercept of 0 with fitIntercept false', `${intercept[at]}`);
  return {
    coef: Matrix.from1DArray(rows, nFeatures, coef),
    intercept,
    nIter: Array.from(nIter),
    converged: stored.boolean('converged'),
    objective: stored.number('objective'),
    certificate: stored.has('certificate') ? stored.number('certificate') : Infinity,
  };
}
