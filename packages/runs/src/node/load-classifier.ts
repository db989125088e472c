import { type AnyClassifier, isClassifier, ModelFormatError } from '@tenfold/base';
import { modelClasses } from '@tenfold/catalogue';
import { loadModel } from '@tenfold/models/node';

/**
 * Reads a model that predicts labels from a file.
 *
 * @param path where from
 * @throws ModelFileError when the file cannot be read, ModelFormatError when it holds no model, or one that predicts no labels
 */
export async function loadClassifier(path: string): Promise<AnyClassifier> {
  const model = await loadModel<object>(path, modelClasses);
  if (isClassifier(model)) return model;
  const { name } = (model as AnyClassifier).definition as { name: string };
  throw new ModelFormatError('estimator', `expected a model that predicts labels, got a ${name}`, {
    source: path,
  });
}
