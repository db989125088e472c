import { checkInteger, checkNumber, describeRange, type NumberRange, ParameterError } from '@tenfold/core';

import type { Param, ParamText } from './param.js';

/** JSON has no Infinity. */
const INFINITY = 'Infinity';

/** A hyper-parameter that is a whole number of a range. */
export function integer(description: ParamText<number> & NumberRange): Param<number> {
  return numeric('integer', description, `a whole number${describeRange(description)}`, checkInteger, 0.5);
}

/** A hyper-parameter that is a number of a range. */
export function number(description: ParamText<number> & NumberRange): Param<number> {
  return numeric('number', description, `a number${describeRange(description)}`, checkNumber, NaN);
}

/** A hyper-parameter that is two numbers, the first below the second. */
export function interval(
  description: ParamText<readonly [low: number, high: number]>,
): Param<readonly [low: number, high: number]> {
  const expected = 'two finite numbers, the first below the second';
  const check = (owner: string, name: string, value: unknown): readonly [number, number] => {
    if (!Array.isArray(value) || value.length !== 2) throw new ParameterError(owner, name, expected, value);
    const [low, high] = value.map((end, i) => checkNumber(owner, `${name}[${i}]`, end));
    if (low < high) return [low, high];
    throw new ParameterError(owner, name, expected, `${low} and ${high}`);
  };
  return {
    kind: 'interval',
    default: description.default,
    doc: description.doc,
    ask: description.ask ?? false,
    expected,
    isNullable: false,
    bounds: {
      accepted: [
        [0, 1],
        [-2, -1.5],
      ],
      refused: [[1, 1], [2, 1], [0], 'all', [0, NaN]],
    },
    check,
    toJson: (value) => value,
    fromJson: (json) => json,
  };
}

/** A hyper-parameter that is a list of numbers of a range. */
export function numberList<const Default extends readonly number[] | null>(
  description: ParamText<Default> & NumberRange,
): Param<readonly number[], Default | readonly number[]> {
  const { default: fallback, doc, ask = false, ...range } = description;
  const one = number({ ...range, default: 0, doc });
  const expected = `a list of numbers${describeRange(range)}`;
  return {
    kind: 'list',
    default: fallback,
    doc,
    ask,
    expected,
    range,
    isNullable: false,
    bounds: {
      accepted: [[], one.bounds.accepted],
      refused: [...one.bounds.refused.filter((value) => value !== null).map((value) => [value]), 1, '1'],
    },
    check: (owner, name, value) => {
      if (!Array.isArray(value)) throw new ParameterError(owner, name, expected, value);
      return Object.freeze(value.map((item, i) => checkNumber(owner, `${name}[${i}]`, item, range)));
    },
    toJson: (value) => value,
    fromJson: (json) => json,
  };
}

function numeric(
  kind: 'integer' | 'number',
  description: ParamText<number> & NumberRange,
  expected: string,
  read: typeof checkNumber,
  refusedEverywhere: number,
): Param<number> {
  const { default: fallback, doc, ask = false, ...range } = description;
  const { min, max, above, infinite = false } = range;
  const step = kind === 'integer' ? 1 : 0.25;
  const ends = [min, max].filter((end) => end !== undefined);
  return {
    kind,
    default: fallback,
    doc,
    ask,
    expected: infinite ? `${expected}, or Infinity` : expected,
    range,
    isNullable: false,
    bounds: {
      accepted: [...ends, ...(above === undefined ? [] : [above + step])],
      refused: [
        ...(min === undefined ? [] : [min - step]),
        ...(max === undefined ? [] : [max + step]),
        ...(above === undefined ? [] : [above]),
        ...(infinite ? [] : [Infinity]),
        refusedEverywhere,
        NaN,
        '1',
        null,
      ],
    },
    check: (owner, name, value) => read(owner, name, value, range),
    toJson: (value) => (value === Infinity ? INFINITY : value),
    fromJson: (json) => (infinite && json === INFINITY ? Infinity : json),
  };
}
