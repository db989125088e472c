import { formatCount, formatDuration, formatShort } from '@tenfold/core';

import type { RunResult } from '../../protocol/training.js';
import { cleanLabel } from '../shared/clean-label.js';
import { t } from '../shared/text.js';

/** A name and its value. */
export type Fact = readonly [name: string, value: string];

/** How the rows were split and how training went. */
export function runFacts({
  dataset,
  model,
  split,
  nIter,
  converged,
  objective,
  trainLogLoss,
  seconds,
}: RunResult): Fact[] {
  return [
    [t('Data set'), dataset],
    ...(model.preprocess === undefined
      ? []
      : [[t('Preprocessing'), model.preprocess.map(({ name }) => name).join(', ')] satisfies Fact]),
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

/** What a model is made of: "StandardScaler + LogisticRegression". */
export function modelNames({ name, preprocess = [] }: RunResult['model']): string {
  return [...preprocess, { name }].map((step) => step.name).join(' + ');
}

/** The hyper-parameters, in scikit-learn's names. */
export function parameterFacts({ params }: Pick<RunResult['model'], 'params'>): Fact[] {
  return Object.entries(params).map(([name, value]) => [name, parameterText(value)]);
}

function parameterText(value: unknown): string {
  if (value == null) return t('none');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
