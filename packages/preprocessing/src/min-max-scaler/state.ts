import { inconsistentError, type SeenData, type StateCodec, type StateReader } from '@tenfold/base';

import { fittedState, type MinMaxScalerState, overflowingColumn } from './fitted.js';
import type { MinMaxScalerSettings } from './params.js';

/** The fitted state as tensors `dataMin`, `dataMax` and the fact `nSamplesSeen`. The scales follow from these. */
export const state: StateCodec<MinMaxScalerSettings, MinMaxScalerState> = {
  version: 1,
  write: ({ dataMin, dataMax, nSamplesSeen }) => ({
    tensors: {
      dataMin: { shape: [dataMin.length], data: dataMin },
      dataMax: { shape: [dataMax.length], data: dataMax },
    },
    facts: { nSamplesSeen },
  }),
  read: readState,
};

/** Reads a stored state and checks that a fit can have produced it. */
function readState(
  stored: StateReader,
  settings: MinMaxScalerSettings,
  { nFeatures }: SeenData,
): MinMaxScalerState {
  const { data: dataMin } = stored.tensor('dataMin', 'float64', [nFeatures]);
  const { data: dataMax } = stored.tensor('dataMax', 'float64', [nFeatures]);
  const turned = dataMin.findIndex((least, j) => least > dataMax[j]);
  if (turned >= 0)
    throw inconsistentError(
      `dataMax of at least ${dataMin[turned]} in column ${turned}`,
      `${dataMax[turned]}`,
    );
  const nSamplesSeen = stored.number('nSamplesSeen');
  if (!Number.isInteger(nSamplesSeen) || nSamplesSeen < 1) {
    throw inconsistentError('nSamplesSeen to be a whole number of at least 1', `${nSamplesSeen}`);
  }
  const state = fittedState({ dataMin, dataMax, nSamplesSeen }, settings);
  const wide = overflowingColumn(state);
  if (wide >= 0)
    throw inconsistentError(
      'a featureRange that every column can be brought into',
      `another one for column ${wide}`,
    );
  return state;
}
