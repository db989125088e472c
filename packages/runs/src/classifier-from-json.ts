import { type AnyClassifier, isClassifier, ModelFormatError } from '@tenfold/base';
import { modelClasses } from '@tenfold/catalogue';
import { modelFromJSON } from '@tenfold/models';

/**
 * The classifier in a text of JSON.
 *
 * @param text the content of a model.json
 * @throws ModelFormatError when it is no model, or one that predicts no labels
 */
export function classifierFromJSON(text: string): AnyClassifier {
  const model = modelFromJSON<object>(text, modelClasses);
  if (isClassifier(model)) return model;
  const { name } = (model as AnyClassifier).definition;
  throw new ModelFormatError('estimator', `expected a model that predicts labels, got a ${name}`);
}
