import { ParameterError, ShapeError } from '@tenfold/errors';
import type { Labels } from '@tenfold/linalg';

import { cleanText } from './text/clean-text.js';

/**
 * Labels as texts that can be shown.
 *
 * @throws ShapeError when there are not `count` of them
 */
export function labelTexts(owner: string, labels: Labels, count: number, what: string): string[] {
  if (labels.length !== count) {
    throw new ShapeError(owner, `as many labels as ${what} (${count})`, String(labels.length));
  }
  return Array.from(labels as ArrayLike<number | string>, (label) => cleanText(String(label)));
}

/**
 * An optional text of the caller's, cleaned.
 *
 * @throws ParameterError when it is something other than text
 */
export function optionalText(owner: string, parameter: string, text: unknown, otherwise: string): string {
  if (text === undefined) return otherwise;
  if (typeof text !== 'string') throw new ParameterError(owner, parameter, 'text', text);
  return cleanText(text);
}
