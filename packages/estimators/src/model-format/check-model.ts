import { compareLabels, findLabelFault, type Label } from '@tenfold/linalg';
import { describe } from '@tenfold/errors';

import { holdsClass } from '../labels/label-kind.js';
import { checkClassesWeighted } from '../logistic-regression/class-weight.js';
import { isMultinomial, type LogisticRegressionSettings } from '../logistic-regression/options.js';
import { ModelFormatError } from './model-format-error.js';
import type { LogisticRegressionJSON } from './schema.js';

/**
 * Checks that the parts of a model fit together: what is accepted could have come from a fit.
 *
 * @throws ModelFormatError when they do not; ParameterError when class weights do not fit the classes
 */
export function checkModel(model: LogisticRegressionJSON, settings: LogisticRegressionSettings): void {
  checkClasses(model);
  checkClassesWeighted(settings.classWeight, model.classes);
  checkNames(model);
  const rows = model.classes.length === 2 ? 1 : model.classes.length;
  checkWeights(model, rows);
  const problems = isMultinomial(settings, model.classes) ? 1 : rows;
  if (model.nIter.length !== problems) throw misfit(`${problems} entries of nIter`, `${model.nIter.length}`);
  const at = settings.fitIntercept ? -1 : model.intercept.findIndex((value) => value !== 0);
  if (at >= 0) throw misfit('an intercept of 0 with fitIntercept false', `${model.intercept[at]}`);
}

function checkClasses({ classes, labelKind }: LogisticRegressionJSON): void {
  const fault = findLabelFault(classes);
  if (fault !== undefined) {
    throw misfit(`each class to be ${fault.expected}`, `${describe(fault.label)} as class ${fault.index}`);
  }
  const labels: readonly Label[] = classes;
  const twice = firstTwice(labels);
  if (twice !== undefined) {
    throw new ModelFormatError('shape', `a class occurs twice in classes: ${describe(twice)}`);
  }
  const fallen = labels.findIndex((label, i) => i > 0 && compareLabels(labels[i - 1], label) > 0);
  if (fallen >= 0) {
    throw misfit(
      'classes in ascending order',
      `${describe(labels[fallen])} after ${describe(labels[fallen - 1])}`,
    );
  }
  const other = labels.find((label) => !holdsClass(labelKind, label));
  if (other !== undefined) {
    throw misfit(`classes that a ${labelKind} holds, as labelKind says`, describe(other));
  }
}

function checkNames({ featureNames, nFeatures }: LogisticRegressionJSON): void {
  if (featureNames === undefined) return;
  if (featureNames.length !== nFeatures) {
    throw misfit(`${nFeatures} entries of featureNames (nFeatures)`, `${featureNames.length}`);
  }
  const twice = firstTwice(featureNames);
  if (twice !== undefined) {
    throw new ModelFormatError('shape', `a name occurs twice in featureNames: ${describe(twice)}`);
  }
}

/** The first of some values that stood before. */
function firstTwice<T>(values: readonly T[]): T | undefined {
  const seen = new Set<T>();
  return values.find((value) => seen.size === seen.add(value).size);
}

function checkWeights({ classes, coef, intercept, nFeatures }: LogisticRegressionJSON, rows: number): void {
  if (coef.length !== rows) {
    throw misfit(`${rows} rows of coef for ${classes.length} classes`, `${coef.length}`);
  }
  if (intercept.length !== rows) throw misfit(`${rows} entries of intercept`, `${intercept.length}`);
  const wrong = coef.findIndex((row) => row.length !== nFeatures);
  if (wrong >= 0) {
    throw misfit(`${nFeatures} entries (nFeatures) in row ${wrong} of coef`, `${coef[wrong].length}`);
  }
}

function misfit(expected: string, received: string): ModelFormatError {
  return new ModelFormatError('shape', `expected ${expected}, got ${received}`);
}
