import type { Computation, Fitted, TransformationProblem, TransformerDefinition } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { type DesignMatrix, toDesignMatrixAsync } from '@tenfold/linalg';

import { mapRows, visitRows } from '../design-rows.js';
import { fittedState, type MinMaxScalerState, overflowingColumn } from './fitted.js';
import type { MinMaxScalerOptions } from './options.js';
import { type MinMaxScalerSettings, params } from './params.js';
import { state } from './state.js';

type FittedScaler = Fitted<MinMaxScalerSettings, MinMaxScalerState>;

/** `MinMaxScaler`, described as data. */
export const minMaxScaler: TransformerDefinition<
  MinMaxScalerOptions,
  MinMaxScalerSettings,
  MinMaxScalerState
> = {
  type: 'transformer',
  name: 'MinMaxScaler',
  id: 'min-max-scaler',
  summary: 'Brings the values of each feature into a range.',
  params,
  rules: [],
  tags: { sampleWeight: false, oneClass: true, lazy: false, orderFree: true },
  presets: [],
  progress: null,
  views: [],
  state,
  fit,
  transform,
  inverseTransform,
};

async function fit(problem: TransformationProblem<MinMaxScalerSettings>): Promise<MinMaxScalerState> {
  const { settings, X, rows, columns, signal } = problem;
  const design = await toDesignMatrixAsync(X, { owner: 'MinMaxScaler', storage: 'dense', signal });
  signal?.throwIfAborted();
  const dataMin = new Float64Array(columns).fill(Infinity);
  const dataMax = new Float64Array(columns).fill(-Infinity);
  await visitRows(design, signal, (row) => {
    for (let j = 0; j < columns; j++) {
      // JSON has no way to keep the sign of -0.
      const x = row[j] + 0;
      if (x < dataMin[j]) dataMin[j] = x;
      if (x > dataMax[j]) dataMax[j] = x;
    }
  });
  signal?.throwIfAborted();
  const fitted = fittedState({ dataMin, dataMax, nSamplesSeen: rows }, settings);
  const wide = overflowingColumn(fitted);
  if (wide < 0) return fitted;
  const expected = `such that the values of column ${wide} can be brought into it without overflow`;
  throw new ParameterError('MinMaxScaler', 'featureRange', expected, settings.featureRange.join(' to '));
}

function transform(
  { settings, state: { scale, min } }: FittedScaler,
  rows: DesignMatrix,
): Computation<Float64Array> {
  const [low, high] = settings.clip ? settings.featureRange : [-Infinity, Infinity];
  return mapRows(rows, (row) => {
    for (let j = 0; j < row.length; j++) row[j] = Math.min(Math.max(row[j] * scale[j] + min[j], low), high);
  });
}

function inverseTransform(
  { state: { scale, min } }: FittedScaler,
  rows: DesignMatrix,
): Computation<Float64Array> {
  return mapRows(rows, (row) => {
    for (let j = 0; j < row.length; j++) row[j] = (row[j] - min[j]) / scale[j];
  });
}
