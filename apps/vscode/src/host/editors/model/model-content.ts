import type { ModelFileContent } from '../../../protocol/webviews/model.js';
import { paramFacts, provenanceFacts } from './model-facts.js';
import { modelWeights } from './model-weights.js';
import { BrokenModelError, parseModelFile } from './parse-model-file.js';

/**
 * What the model editor shows of a file: a model, or why it is none.
 *
 * @param name the file's
 * @param bytes its content
 */
export function modelContent(name: string, bytes: Uint8Array): ModelFileContent {
  try {
    const model = parseModelFile(name, bytes);
    return {
      kind: 'model',
      weights: modelWeights(model, name),
      converged: model.converged,
      iterations: [...model.nIter],
      objective: model.objective,
      params: paramFacts(model),
      provenance: provenanceFacts(model),
      size: bytes.length,
    };
  } catch (error) {
    if (!(error instanceof BrokenModelError)) throw error;
    return { kind: 'broken', name, reason: error.message };
  }
}
