import { type AnyClassifier, type AnyEstimator, isClassifier, ModelFormatError } from '@tenfold/base';
import { modelClasses } from '@tenfold/catalogue';
import { modelFromJSON } from '@tenfold/models';

/**
 * The classifier of a model's file.
 *
 * @param text the file
 * @throws ModelFormatError when it is no model, or one that predicts no labels
 */
export function readClassifier(text: string): AnyClassifier {
  const model = modelFromJSON<object>(text, modelClasses);
  if (isClassifier(model)) return model;
  const { name } = (model as AnyEstimator).definition;
  throw new ModelFormatError('estimator', `expected a model that predicts labels, got a ${name}`);
}
