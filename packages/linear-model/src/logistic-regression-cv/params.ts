import { boolean, choice, integer, numberGrid, numberList, type Param, type ParamsOf } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { type Scorer, type ScorerName, SCORER_NAMES } from '@tenfold/metrics';

import { params as single } from '../logistic-regression/params.js';
import { crossValidation } from './cv-param.js';
import type { LogisticRegressionCVOptions } from './options.js';
import type { LogisticRegressionCVSettings } from './settings.js';

const { solver, ...others } = without(single, ['C', 'l1Ratio', 'penalty', 'warmStart']);

/** The hyper-parameters of `LogisticRegressionCV`: those of `LogisticRegression` are described there. */
export const params: ParamsOf<LogisticRegressionCVOptions, LogisticRegressionCVSettings> = {
  solver,
  Cs: numberGrid({
    above: 0,
    infinite: true,
    default: 10,
    doc: 'Values of C to try: a list, or how many, from 1e-4 to 1e4 at equal ratios.',
    ask: true,
  }),
  l1Ratios: l1Ratios(),
  penalty: penalty(),
  cv: crossValidation(
    integer({ min: 2, default: 5, doc: 'How many stratified folds the rows are split into.', ask: true }),
  ),
  scoring: scoring(),
  refit: boolean({
    default: true,
    doc: 'Whether the model is fitted to all rows with what is best on average; otherwise it is the mean of the folds’ best models.',
  }),
  ...others,
};

function l1Ratios(): Param<readonly number[]> {
  const list = numberList({
    min: 0,
    max: 1,
    default: [0],
    doc: 'Shares of L1 in the penalty to try, each with all values of C: 0 is pure L2, 1 is pure L1.',
  });
  const expected = `${list.expected}, one or more`;
  return {
    ...list,
    expected,
    bounds: { ...list.bounds, accepted: [[0]] },
    check: (owner, name, value) => {
      const checked = list.check(owner, name, value);
      if (checked.length > 0) return checked;
      throw new ParameterError(owner, name, expected, value);
    },
  };
}

function penalty(): Param<LogisticRegressionCVSettings['penalty']> {
  const words = choice(['auto', 'l2', 'l1', 'elasticnet'], {
    default: 'auto',
    doc: 'The penalty on the weights: l2, l1, elasticnet, or auto, the default: by each of l1Ratios.',
  });
  return { ...words, bounds: { ...words.bounds, accepted: ['auto', 'l2'] } };
}

/** What a function is in a file. */
const FUNCTION = 'function';

/** What is best: a name, or in code a function. */
function scoring(): Param<ScorerName | Scorer> {
  const names = choice(SCORER_NAMES, {
    default: 'accuracy',
    doc: 'The score of held-out rows by which the best is chosen.',
    ask: true,
  });
  return {
    ...names,
    check: (owner, name, value) =>
      typeof value === 'function' ? (value as Scorer) : names.check(owner, name, value),
    toJson: (value) => (typeof value === 'function' ? FUNCTION : value),
    fromJson: (json) => (json === FUNCTION ? lostScoring : json),
  };
}

/** Stands for a function that was not kept in a file. */
function lostScoring(): never {
  throw new ParameterError(
    'LogisticRegressionCV',
    'scoring',
    'set again, as a function is not kept in the file of a model',
    FUNCTION,
  );
}

function without<T extends object, Name extends keyof T>(table: T, names: readonly Name[]): Omit<T, Name> {
  const kept = Object.entries(table).filter(([name]) => !names.includes(name as Name));
  return Object.fromEntries(kept) as Omit<T, Name>;
}
