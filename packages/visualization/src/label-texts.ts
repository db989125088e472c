import { ParameterError, ShapeError, shownText } from '@tenfold/core';
import { isList, type Labels } from '@tenfold/linalg';

import { shortenText } from './text/shorten-text.js';

/** The text that is shown for an empty name. */
const NAMELESS = '(empty)';

/** No picture shows more of a name than these characters, nor do its tables and its descriptions. */
const LONGEST_NAME = 200;

/** Longer titles are cut: none is drawn that far. */
const LONGEST_TITLE = 500;

/**
 * A name of a class, a run or a solver as a picture shows it: cleaned, cut where it is very long, and never empty.
 */
export function nameText(name: unknown): string {
  const text = shortenText(shownText(String(name)), LONGEST_NAME);
  return text.trim() === '' ? NAMELESS : text;
}

/**
 * Labels as texts that can be shown.
 *
 * @throws ParameterError when they are no list
 * @throws ShapeError when there are not `count` of them
 */
export function labelTexts(owner: string, labels: Labels, count: number, what: string): string[] {
  const list: unknown = labels;
  if (!isList(list)) throw new ParameterError(owner, 'labels', 'an array', list);
  if (labels.length !== count) {
    throw new ShapeError(owner, `as many labels as ${what} (${count})`, String(labels.length));
  }
  return Array.from(labels as ArrayLike<unknown>, nameText);
}

/**
 * An optional text of the caller's, cleaned.
 *
 * @throws ParameterError when it is something other than text
 */
export function optionalText(owner: string, parameter: string, text: unknown, fallback: string): string {
  if (text === undefined) return fallback;
  return shortenText(shownText(checkText(owner, parameter, text)), LONGEST_TITLE);
}

/**
 * Checks that a value is text.
 *
 * @throws ParameterError when it is not
 */
export function checkText(owner: string, parameter: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw new ParameterError(owner, parameter, 'text', text);
}
