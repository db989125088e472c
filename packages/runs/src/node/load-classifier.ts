import type { AnyClassifier } from '@tenfold/base';
import { modelClasses } from '@tenfold/catalogue';
import { loadModel } from '@tenfold/models/node';

import { asClassifier } from '../classifier-from-json.js';

/**
 * Reads a model that predicts labels from a file.
 *
 * @param path where from
 * @param signal stops the reading, of a pipe that nobody writes to for instance
 * @throws ModelFileError when the file cannot be read, ModelFormatError when it holds no model, or one that predicts no labels
 */
export async function loadClassifier(path: string, signal?: AbortSignal): Promise<AnyClassifier> {
  return asClassifier(await loadModel(path, modelClasses, { signal }), path);
}
