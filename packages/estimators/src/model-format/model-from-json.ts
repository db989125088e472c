import { LogisticRegression } from '../logistic-regression/logistic-regression.js';
import { ModelFormatError } from './model-format-error.js';

/**
 * The model in a text of JSON, or in a value parsed from one.
 *
 * @param model text as `formatModel` or `JSON.stringify` made it, or the value that `toJSON` gave
 * @throws ModelFormatError when it is no JSON, not a model, of a newer version, or does not fit together
 */
export function modelFromJSON(model: unknown): LogisticRegression {
  return LogisticRegression.fromJSON(typeof model === 'string' ? parse(model) : model);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ModelFormatError('json', `the text is no JSON (${detail})`, { cause: error });
  }
}
