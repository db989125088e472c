import { alignLabels, checkSampleWeight } from '@tenfold/base';
import {
  checkedLater,
  checkNumber,
  checkOptions,
  choiceOption,
  integerOption,
  type OptionReaders,
  ParameterError,
  ShapeError,
} from '@tenfold/core';
import { classPositions, type FeatureMatrix, type Labels, toDesignMatrixAsync } from '@tenfold/linalg';

import type { LogisticRegression } from '../logistic-regression/logistic-regression.js';
import { penaltyName } from '../logistic-regression/solvers/penalty.js';
import { bootstrapCovariance } from './bootstrap.js';
import { covarianceOf } from './covariance.js';
import { fitMeasures } from './fit-measures.js';
import type { CoefficientInference, InferenceOptions, LogisticInference } from './found.js';
import { normalBound, twoSidedNormal } from './gamma.js';
import type { InferenceProblem } from './problem.js';
import { coefficientNames, estimatesOf, labelled } from './terms.js';
import { isSeparated } from './separation.js';
import { summaryText } from './summary-text.js';

const OWNER = 'logisticInference';

const READERS = {
  covariance: choiceOption('observed', ['observed', 'sandwich', 'bootstrap']),
  level: (value: unknown = 0.95, owner: string, name: string) => {
    const level = checkNumber(owner, name, value, { above: 0, max: 1 });
    if (level < 1) return level;
    throw new ParameterError(owner, name, 'below 1', value);
  },
  nResamples: integerOption(200, { min: 2 }),
  randomState: integerOption(0, { min: 0, max: 2 ** 32 - 1 }),
  sampleWeight: checkedLater<ArrayLike<number> | undefined>(),
  signal: checkedLater<AbortSignal | undefined>(),
} satisfies OptionReaders<InferenceOptions>;

/** Most coefficients whose covariance is computed: a matrix of 128 MB. */
const MOST_COEFFICIENTS = 4000;

/**
 * Standard errors, z and p values and confidence intervals of a logistic model's coefficients, by maximum likelihood: for a model
 * that was fitted without a penalty, to these rows.
 *
 * @param model a fitted model of two classes, or a multinomial one, with `penalty: null`
 * @param X the rows that it was fitted to, in the same order of columns
 * @param y their labels
 * @throws ParameterError when the model has a penalty or is one-vs-rest, or there are more than 4,000 coefficients;
 *   SingularInformationError when the data cannot tell a coefficient; NotFittedError, ShapeError, NonFiniteError,
 *   LabelMismatchError on data
 * @example
 * const model = await new LogisticRegression({ penalty: null }).fit(X, y);
 * console.log((await logisticInference(model, X, y)).summary());
 */
export async function logisticInference(
  model: LogisticRegression,
  X: FeatureMatrix,
  y: Labels,
  options: InferenceOptions = {},
): Promise<LogisticInference> {
  const checked = checkOptions(OWNER, options, READERS);
  checkModel(model);
  const problem = await problemOf(model, X, y, checked);
  const names = coefficientNames(model);
  if (names.length > MOST_COEFFICIENTS)
    throw new ParameterError(OWNER, 'X', `of at most ${MOST_COEFFICIENTS} coefficients`, names.length);
  const { covariance: kind, level, signal } = checked;
  const { cells, size } =
    kind === 'bootstrap'
      ? await bootstrapCovariance(model, X, y, { ...checked, weights: problem.weights })
      : await covarianceOf(problem, kind, names.map(labelled));
  const bound = normalBound(level);
  const estimates = estimatesOf(model, model.intercept, model.coef);
  const coefficients = names.map((name, j): CoefficientInference => {
    const [coef, stdErr] = [estimates[j], Math.sqrt(cells[j * (size + 1)])];
    const z = coef / stdErr;
    const confidenceInterval = [coef - bound * stdErr, coef + bound * stdErr] as const;
    return { ...name, coef, stdErr, z, pValue: twoSidedNormal(z), confidenceInterval };
  });
  signal?.throwIfAborted();
  const found = {
    ...fitMeasures(problem),
    ...{ coefficients, covariance: cells, covarianceKind: kind, level },
    isSeparated: isSeparated(problem),
  };
  return { ...found, summary: () => summaryText(found) };
}

function checkModel(model: LogisticRegression): void {
  const { params } = model;
  if (penaltyName(params) !== 'none') {
    const expected = 'fitted without a penalty (penalty: null), which standard errors do not allow for';
    throw new ParameterError(OWNER, 'model', expected, params.penalty);
  }
  if (model.classes.length > 2 && model.coef.rows > 1 && params.multiClass === 'ovr')
    throw new ParameterError(OWNER, 'model', 'of two classes or multinomial, which has a likelihood', 'ovr');
}

async function problemOf(
  model: LogisticRegression,
  X: FeatureMatrix,
  y: Labels,
  {
    sampleWeight,
    signal,
  }: { sampleWeight?: ArrayLike<number> | undefined; signal?: AbortSignal | undefined },
): Promise<InferenceProblem> {
  const { classes } = model;
  const design = await toDesignMatrixAsync(X, { owner: OWNER, storage: 'given', signal });
  if (y.length !== design.rows)
    throw new ShapeError(OWNER, `as many labels as X has rows (${design.rows})`, `${y.length}`);
  const codes = classPositions(alignLabels(y, classes), classes);
  const unknown = codes.indexOf(-1);
  if (unknown >= 0) throw new ParameterError(OWNER, 'y', `of the model's classes`, y[unknown]);
  const weights =
    checkSampleWeight(sampleWeight, design.rows, OWNER) ?? new Float64Array(design.rows).fill(1);
  const probabilities = Float64Array.from((await model.predictProbaAsync(X, { signal })).to1DArray());
  const hasIntercept = model.params.fitIntercept;
  return { design, hasIntercept, classes: classes.length, codes, weights, probabilities, signal };
}
