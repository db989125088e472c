import { type AnyClassifier, type AnyEstimator, isClassifier, ModelFormatError } from '@tenfold/base';
import { modelClasses } from '@tenfold/catalogue';
import { modelFromJSON } from '@tenfold/models';

/**
 * The classifier in a text of JSON.
 *
 * @param text the content of a model.json
 * @throws ModelFormatError when it is no model, or one that predicts no labels
 */
export function classifierFromJSON(text: string): AnyClassifier {
  return asClassifier(modelFromJSON(text, modelClasses));
}

/**
 * A model that must predict labels.
 *
 * @param model the model
 * @param source where it came from, such as its file
 * @throws ModelFormatError when it predicts none
 */
export function asClassifier(model: AnyEstimator, source?: string): AnyClassifier {
  if (isClassifier(model)) return model;
  const { name } = model.definition;
  const detail = `expected a model that predicts labels, got a ${name}`;
  throw new ModelFormatError('estimator', detail, source === undefined ? {} : { source });
}
