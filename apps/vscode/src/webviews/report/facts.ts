import { formatCount, formatDuration, formatShort } from '@tenfold/core';

import type { RunResult } from '../../protocol/training.js';
import { cleanLabel } from '../shared/clean-label.js';
import { t } from '../shared/text.js';

/** A name and its value. */
export type Fact = readonly [name: string, value: string];

/** How the rows were split and how training went. */
export function runFacts({
  dataset,
  split,
  nIter,
  converged,
  objective,
  trainLogLoss,
  seconds,
}: RunResult): Fact[] {
  return [
    [t('Data set'), dataset],
    [t('Rows trained on'), formatCount(split.nTrain)],
    [t('Rows kept for testing'), split.nTest === 0 ? t('none') : formatCount(split.nTest)],
    ...(split.testDataset === undefined
      ? []
      : [[t('Tested on'), cleanLabel(split.testDataset)] satisfies Fact]),
    [t('Random state'), String(split.randomState)],
    ...(split.stratify === true ? [[t('Stratified'), t('yes')] satisfies Fact] : []),
    ...known(t('Iterations'), nIter, (count) =>
      converged === false ? t('{0} (not converged)', formatCount(count)) : formatCount(count),
    ),
    ...known(t('Objective'), objective, (value) => formatShort(value, 4)),
    ...known(t('Training log loss'), trainLogLoss, (value) => formatShort(value, 4)),
    [t('Time to read'), formatDuration(seconds.load)],
    [t('Time to train'), formatDuration(seconds.fit)],
    [t('Time to predict'), formatDuration(seconds.predict)],
  ];
}

/** A figure that not every classifier has. */
function known(name: string, value: number | null, format: (value: number) => string): Fact[] {
  return value === null ? [] : [[name, format(value)]];
}

/** The hyper-parameters, in scikit-learn's names. */
export function parameterFacts({ model }: RunResult): Fact[] {
  return Object.entries(model.params).map(([name, value]) => [name, parameterText(value)]);
}

function parameterText(value: unknown): string {
  if (value == null) return t('none');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
