import { inconsistentError, type SeenData, type StateCodec, type StateReader } from '@tenfold/base';
import { smallest } from '@tenfold/linalg';

import { spreadOf, type StandardScalerState } from './fitted.js';
import { HUGE_EXPONENT } from './moments.js';
import type { StandardScalerSettings } from './params.js';

/**
 * The fitted state as tensors `mean`, `var` and `exponent` (the variance of column j is var[j]·4^exponent[j]), as far
 * as there are such, and facts `nSamplesSeen` and `rows`. The scales follow from these.
 */
export const state: StateCodec<StandardScalerSettings, StandardScalerState> = {
  version: 1,
  write: ({ mean, spread, nSamplesSeen, rows }) => ({
    tensors: {
      ...(mean !== null && { mean: { shape: [mean.length], data: mean } }),
      ...(spread !== null && {
        var: { shape: [spread.var.length], data: spread.var },
        exponent: { shape: [spread.exponent.length], data: spread.exponent },
      }),
    },
    facts: { nSamplesSeen, rows },
  }),
  read: readState,
};

/** Reads a stored state and checks that a fit can have produced it. */
function readState(
  stored: StateReader,
  { withMean, withStd }: StandardScalerSettings,
  { nFeatures }: SeenData,
): StandardScalerState {
  const nSamplesSeen = stored.number('nSamplesSeen');
  if (nSamplesSeen <= 0) throw inconsistentError('nSamplesSeen above 0', `${nSamplesSeen}`);
  const rows = stored.number('rows');
  if (!Number.isInteger(rows) || rows < 1)
    throw inconsistentError('rows to be a whole number of at least 1', `${rows}`);
  const mean = withMean || withStd ? stored.tensor('mean', 'float64', [nFeatures]).data : null;
  if (mean === null || !withStd) return { mean, spread: null, nSamplesSeen, rows };
  const { data: variances } = stored.tensor('var', 'float64', [nFeatures]);
  if (smallest(variances) < 0) throw inconsistentError('variances of at least 0', `${smallest(variances)}`);
  const exponent = stored.counts('exponent', nFeatures);
  const other = exponent.find((power) => power !== 0 && power !== HUGE_EXPONENT);
  if (other !== undefined) throw inconsistentError(`exponents of 0 or ${HUGE_EXPONENT}`, `${other}`);
  const spread = spreadOf({ mean, var: variances, exponent }, rows);
  const at = spread.scale.findIndex((scale) => !Number.isFinite(scale));
  if (at >= 0)
    throw inconsistentError('a standard deviation that a double can hold', `another one in column ${at}`);
  return { mean, spread, nSamplesSeen, rows };
}
