import type { StateCodec, StateReader } from '@tenfold/base';

import { readWeights, writeWeights } from '../logistic-regression/state.js';
import type { FoldTable, SearchState } from './fitted.js';
import { valuesOfC } from '../logistic-regression/values-of-c.js';
import type { LogisticRegressionCVSettings } from './settings.js';

/**
 * The fitted state as tensors `coef`, `intercept`, `scores`, `nIter` and the fact `converged`. The coefficients of the folds
 * stay out of files, which they would make many times as large.
 */
export const state: StateCodec<LogisticRegressionCVSettings, SearchState> = {
  version: 1,
  write: ({ scores, nIter, converged, ...weights }) => ({
    tensors: {
      ...writeWeights(weights),
      scores: { shape: shapeOf(scores), data: Float64Array.from(scores.flat(2)) },
      nIter: { shape: shapeOf(nIter), data: Int32Array.from(nIter.flat(2)) },
    },
    facts: { converged },
  }),
  read(stored, settings, seen) {
    const weights = readWeights(stored, settings, seen, 'LogisticRegressionCV');
    const { data, shape } = readTable(stored, 'scores', 'float64', settings);
    const { data: counts } = stored.tensor('nIter', 'int32', shape);
    return {
      ...weights,
      scores: tableOf(data, shape),
      nIter: tableOf(counts, shape),
      coefsPaths: undefined,
      converged: stored.boolean('converged'),
    };
  },
};

function shapeOf(table: FoldTable<number>): number[] {
  return [table.length, table[0].length, table[0][0].length];
}

function readTable(
  stored: StateReader,
  name: string,
  type: 'float64',
  { Cs, l1Ratios }: LogisticRegressionCVSettings,
) {
  return stored.tensor(name, type, [null, l1Ratios.length, valuesOfC(Cs).length]);
}

function tableOf(data: ArrayLike<number>, [folds, ratios, values]: readonly number[]): FoldTable<number> {
  return Array.from({ length: folds }, (_, fold) =>
    Array.from({ length: ratios }, (_, ratio) =>
      Array.from({ length: values }, (_, c) => data[(fold * ratios + ratio) * values + c]),
    ),
  );
}
