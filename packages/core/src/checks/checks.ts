import { distance } from 'fastest-levenshtein';

import { ParameterError } from '../errors/input-errors.js';

/** The range of a number: both ends are included unless `above` is given, which excludes its value. */
export interface NumberRange {
  /** Smallest value allowed. */
  min?: number;
  /** Largest value allowed. */
  max?: number;
  /** The value must be larger than this. */
  above?: number;
  /** Whether Infinity is allowed. Default false. */
  infinite?: boolean;
}

/**
 * Checks a number against its range.
 *
 * @throws ParameterError when it is no number, NaN or outside the range
 */
export function checkNumber(
  owner: string,
  parameter: string,
  value: unknown,
  range: NumberRange = {},
): number {
  if (typeof value === 'number' && isInside(value, range)) return value;
  throw new ParameterError(owner, parameter, `a number${describeRange(range)}`, value);
}

/**
 * Checks a whole number against its range.
 *
 * @throws ParameterError when it is no whole number or outside the range
 */
export function checkInteger(
  owner: string,
  parameter: string,
  value: unknown,
  range: NumberRange = {},
): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && isInside(value, range)) return value;
  throw new ParameterError(owner, parameter, `a whole number${describeRange(range)}`, value);
}

/**
 * Checks that a value is one of a few words. A near miss is suggested.
 *
 * @throws ParameterError when it is none of them
 */
export function checkOneOf<const T extends string>(
  owner: string,
  parameter: string,
  value: unknown,
  choices: readonly T[],
): T {
  if (choices.includes(value as T)) return value as T;
  const near = typeof value === 'string' ? closest(value, choices) : undefined;
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  throw new ParameterError(owner, parameter, `one of ${choices.join(', ')}${hint}`, value);
}

/**
 * Checks that a value is true or false.
 *
 * @throws ParameterError when it is neither
 */
export function checkBoolean(owner: string, parameter: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new ParameterError(owner, parameter, 'true or false', value);
}

/**
 * Checks that an options object names nothing that is not known: a misspelt option would else be left out silently.
 *
 * @throws ParameterError when it is no object, or has another name in it; a near miss is suggested
 */
export function checkNames(owner: string, options: unknown, names: readonly string[]): void {
  if (!isPlain(options)) {
    throw new ParameterError(owner, 'options', 'an object', options);
  }
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const near = closest(name, names);
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    throw new ParameterError(owner, 'every option', `one of ${names.join(', ')}${hint}`, name);
  }
}

/** The choice nearest to a misspelt word, or undefined when none is near. */
export function closest(word: string, choices: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length * 0.4)) + 1;
  for (const choice of choices) {
    const steps = distance(word.toLowerCase(), choice.toLowerCase());
    if (steps < bestDistance) {
      best = choice;
      bestDistance = steps;
    }
  }
  return best;
}

/** An object, and no array, map, matrix or the like. */
function isPlain(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function isInside(value: number, { min, max, above, infinite = false }: NumberRange): boolean {
  if (Number.isNaN(value) || (!infinite && !Number.isFinite(value))) return false;
  return (
    !(min !== undefined && value < min) &&
    !(max !== undefined && value > max) &&
    !(above !== undefined && value <= above)
  );
}

/** A range as words that follow "a number": " of at least 1", or nothing. */
export function describeRange({ min, max, above }: NumberRange): string {
  const parts: string[] = [];
  if (above !== undefined) parts.push(`above ${above}`);
  if (min !== undefined && max !== undefined) parts.push(`from ${min} to ${max}`);
  else if (min !== undefined) parts.push(`of at least ${min}`);
  else if (max !== undefined) parts.push(`of at most ${max}`);
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`;
}
