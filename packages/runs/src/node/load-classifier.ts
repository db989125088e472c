import type { AnyClassifier } from '@tenfold/base';
import { modelClasses } from '@tenfold/catalogue';
import { loadModel } from '@tenfold/models/node';

import { asClassifier } from '../classifier-from-json.js';

/**
 * Reads a model that predicts labels from a file.
 *
 * @param path where from
 * @throws ModelFileError when the file cannot be read, ModelFormatError when it holds no model, or one that predicts no labels
 */
export async function loadClassifier(path: string): Promise<AnyClassifier> {
  return asClassifier(await loadModel(path, modelClasses), path);
}
