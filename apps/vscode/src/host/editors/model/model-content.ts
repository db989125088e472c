import { type AnyClassifier, isIterative } from '@tenfold/base';

import type { ModelFileContent } from '../../../protocol/webviews/model.js';
import { paramFacts, provenanceFacts } from './model-facts.js';
import { modelForm, modelWeights } from '../../models/model-form.js';
import { BrokenModelError, parseModelFile } from '../../models/parse-model-file.js';

/**
 * What the model editor shows of a file: a model, or why it is none.
 *
 * @param name the file's
 * @param bytes its content
 */
export function modelContent(name: string, bytes: Uint8Array): ModelFileContent {
  try {
    const model = parseModelFile(name, bytes);
    const form = modelForm(model, name);
    return {
      kind: 'model',
      form,
      weights: modelWeights(model, form),
      estimator: model.definition.name,
      summary: model.definition.summary,
      fit: fitOf(model),
      params: paramFacts(model),
      provenance: provenanceFacts(model),
      size: bytes.length,
    };
  } catch (error) {
    if (!(error instanceof BrokenModelError)) throw error;
    return { kind: 'broken', name, reason: error.message };
  }
}

function fitOf(model: AnyClassifier) {
  if (!isIterative(model)) return null;
  const { converged, nIter, objective } = model;
  return { converged, iterations: [...nIter], objective };
}
