import type { Param } from '@tenfold/base';
import { errorMessage } from '@tenfold/core';

import { checkedEstimator } from '../../../model/estimators.js';
import type { EstimatorChoice } from '../../../protocol/training.js';

/** The text that stands for null. */
const NONE = 'none';

/** A hyper-parameter's value, as JSON has it, as text that `readParam` reads. */
export function paramText(value: unknown): string {
  if (value === null || value === undefined) return NONE;
  return typeof value === 'string' ? value : JSON.stringify(value).replace(/^\[(.*)\]$/, '$1');
}

/** The value that a text means for a hyper-parameter; a text that means none is its own value, to be refused. */
export function readParam({ kind, isNullable }: Param<unknown, unknown>, text: string): unknown {
  const trimmed = text.trim();
  if (isNullable && (trimmed === '' || trimmed === NONE)) return null;
  switch (kind) {
    case 'integer':
    case 'number':
      return readNumber(trimmed);
    case 'interval':
    case 'list':
      return readNumbers(trimmed);
    case 'grid':
      return readGrid(trimmed);
    case 'boolean':
      return trimmed === 'true' || (trimmed === 'false' ? false : trimmed);
    case 'classWeight':
      return trimmed.startsWith('{') ? readJson(trimmed) : trimmed;
    case 'choice':
      return trimmed;
  }
}

/** What a hyper-parameter does, as text without marks. */
export function plainDoc({ doc }: Pick<Param<unknown, unknown>, 'doc'>): string {
  return doc.replaceAll('`', '');
}

/** Characters for which a question has room above its field, beside the name. */
const SHORT = 90;

/** The beginning of what a hyper-parameter does, as far as it is whole in itself, without a full stop. */
export function shortDoc(param: Pick<Param<unknown, unknown>, 'doc'>): string {
  const whole = plainDoc(param).replace(/\.$/, '');
  if (whole.length <= SHORT) return whole;
  const [start = whole] = whole.split(/[.:;]\s/, 1);
  if (start.length <= SHORT) return start;
  const [phrase = start] = start.split(/,\s/, 1);
  return phrase.length <= SHORT ? phrase : `${phrase.slice(0, SHORT - 1).trimEnd()}…`;
}

/** What is wrong with a choice, in its description's words; undefined when nothing is. */
export function choiceProblem(choice: EstimatorChoice): string | undefined {
  try {
    checkedEstimator(choice);
    return undefined;
  } catch (error) {
    return errorMessage(error);
  }
}

function readNumber(text: string): unknown {
  return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function readNumbers(text: string): unknown[] {
  return text === '' ? [] : text.split(',').map((part) => readNumber(part.trim()));
}

/** A single whole number is how many values, anything else which. */
function readGrid(text: string): unknown {
  const values = readNumbers(text);
  return values.length === 1 && Number.isSafeInteger(values[0]) ? values[0] : values;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
