import { type AnyEstimator, isIterative } from '@tenfold/base';
import { stagesOf } from '@tenfold/pipeline';

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
    const { transformers, last } = stagesOf(model);
    return {
      kind: 'model',
      form,
      weights: modelWeights(model, form),
      estimator: [...transformers, last].map(({ definition }) => definition.name).join(' + '),
      summary: last.definition.summary,
      fit: fitOf(last),
      params: paramFacts(model),
      provenance: provenanceFacts(model),
      size: bytes.length,
    };
  } catch (error) {
    if (!(error instanceof BrokenModelError)) throw error;
    return { kind: 'broken', name, reason: error.message };
  }
}

function fitOf(model: AnyEstimator) {
  if (!isIterative(model)) return null;
  const { converged, nIter, objective } = model;
  return { converged, iterations: [...nIter], objective };
}
