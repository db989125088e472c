import type { Computation, Fitted } from '@tenfold/base';
import type { DesignMatrix, Label } from '@tenfold/linalg';

import { bestClasses } from './best-classes.js';
import type { LinearWeights } from './fitted.js';
import { isMultinomial } from './params.js';
import { type Link, logProbabilities, probabilities } from './probabilities.js';
import { scoreRows } from './scores.js';
import type { LogisticRegressionSettings } from './settings.js';

/** The settings that decide how scores become probabilities. */
export type LinkSettings = Pick<LogisticRegressionSettings, 'solver' | 'multiClass'>;

type FittedModel = Fitted<LinkSettings, LinearWeights>;

/** What estimators of logistic regression predict, however their coefficients were found. */
export const predictions = {
  classify: ({ state }: FittedModel, rows: DesignMatrix) => bestClasses(state, rows),
  probabilities: (fitted: FittedModel, rows: DesignMatrix) => linked(fitted, rows, probabilities),
  logProbabilities: (fitted: FittedModel, rows: DesignMatrix) => linked(fitted, rows, logProbabilities),
};

function* linked(
  { settings, seen: { classes }, state }: FittedModel,
  rows: DesignMatrix,
  probabilitiesOf: typeof probabilities,
): Computation<Float64Array> {
  return probabilitiesOf(yield* scoreRows(state, rows), classes.length, linkOf(settings, classes));
}

/** How the scores of classes become probabilities. */
export function linkOf(settings: LinkSettings, classes: readonly Label[]): Link {
  if (classes.length === 2) return 'binary';
  return isMultinomial(settings, classes) ? 'softmax' : 'ovr';
}
