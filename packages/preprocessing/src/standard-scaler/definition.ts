import type { Computation, Fitted, TransformationProblem, TransformerDefinition } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { type DesignMatrix, toDesignMatrixAsync } from '@tenfold/linalg';

import { mapRows } from '../design-rows.js';
import { spreadOf, type StandardScalerState } from './fitted.js';
import { moments, sumOf } from './moments.js';
import type { StandardScalerOptions } from './options.js';
import { params, type StandardScalerSettings } from './params.js';
import { state } from './state.js';

type FittedScaler = Fitted<StandardScalerSettings, StandardScalerState>;

/** `StandardScaler`, described as data. */
export const standardScaler: TransformerDefinition<
  StandardScalerOptions,
  StandardScalerSettings,
  StandardScalerState
> = {
  type: 'transformer',
  name: 'StandardScaler',
  id: 'standard-scaler',
  summary: 'Takes the mean off each feature and divides it by its standard deviation.',
  params,
  rules: [],
  tags: { sampleWeight: true, oneClass: true, lazy: false, orderFree: true },
  presets: [],
  progress: null,
  views: [],
  state,
  fit,
  transform,
  inverseTransform,
};

async function fit(problem: TransformationProblem<StandardScalerSettings>): Promise<StandardScalerState> {
  const { settings, X, sampleWeight, signal } = problem;
  const { withMean, withStd } = settings;
  const rows = sampleWeight?.filter((weight) => weight > 0).length ?? problem.rows;
  const nSamplesSeen = sumOf(sampleWeight) ?? rows;
  if (!Number.isFinite(nSamplesSeen)) {
    throw new ParameterError('StandardScaler', 'the sum of sampleWeight', 'a finite number', nSamplesSeen);
  }
  // Read also when there is nothing to compute, as bad values are refused all the same.
  const design = await toDesignMatrixAsync(X, { owner: 'StandardScaler', storage: 'dense', signal });
  signal?.throwIfAborted();
  if (!withMean && !withStd) return { mean: null, spread: null, nSamplesSeen, rows };
  const found = await moments(design, sampleWeight, nSamplesSeen, signal);
  signal?.throwIfAborted();
  return { mean: found.mean, spread: withStd ? spreadOf(found, rows) : null, nSamplesSeen, rows };
}

/** (x - mean) / scale of one column. */
interface Scaling {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** 1, or a quarter of columns whose differences may lie beyond the largest double: a power of 2, so that it is exact. */
  readonly unit: Float64Array;
}

function scalingOf({ settings, state: { mean, spread }, seen: { nFeatures } }: FittedScaler): Scaling {
  const nothing = new Float64Array(nFeatures);
  const unit = Float64Array.from(spread?.exponent ?? nothing, (exponent) => (exponent > 0 ? 0.25 : 1));
  return {
    mean: Float64Array.from((settings.withMean ? mean : null) ?? nothing, (value, j) => value * unit[j]),
    scale: unit.map((share, j) => (spread?.scale[j] ?? 1) * share),
    unit,
  };
}

function transform(fitted: FittedScaler, rows: DesignMatrix): Computation<Float64Array> {
  const { mean, scale, unit } = scalingOf(fitted);
  return mapRows(rows, (row) => {
    for (let j = 0; j < row.length; j++) row[j] = (row[j] * unit[j] - mean[j]) / scale[j];
  });
}

function inverseTransform(fitted: FittedScaler, rows: DesignMatrix): Computation<Float64Array> {
  const { mean, scale, unit } = scalingOf(fitted);
  return mapRows(rows, (row) => {
    for (let j = 0; j < row.length; j++) row[j] = (row[j] * scale[j] + mean[j]) / unit[j];
  });
}
