import { checkNumber, describeRange, type NumberRange, ParameterError } from '@tenfold/core';

import { number } from './numbers.js';
import type { Param, ParamText } from './param.js';

/** A hyper-parameter that is the values which are tried for another: how many, or which. */
export type NumberGrid = number | readonly number[];

/**
 * A hyper-parameter that is a whole number of values, 1 or more, of the estimator's choice, or a list of numbers of a range.
 */
export function numberGrid(description: ParamText<NumberGrid> & NumberRange): Param<NumberGrid> {
  const { default: fallback, doc, ask = false, ...range } = description;
  const one = number({ ...range, default: 1, doc });
  const limits = `${describeRange(range)}${range.infinite === true ? ', or Infinity' : ''}`;
  const expected = `a whole number of at least 1, or a list of one number or more${limits}`;
  return {
    kind: 'grid',
    default: fallback,
    doc,
    ask,
    expected,
    range,
    isNullable: false,
    bounds: {
      accepted: [1, 3, ...one.bounds.accepted.map((value) => [value])],
      refused: [0, 1.5, NaN, '3', [], ...one.bounds.refused.map((value) => [value])],
    },
    check: (owner, name, value) => {
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
      if (!Array.isArray(value) || value.length === 0) throw new ParameterError(owner, name, expected, value);
      return Object.freeze(value.map((item, i) => checkNumber(owner, `${name}[${i}]`, item, range)));
    },
    toJson: (value) => (typeof value === 'number' ? value : value.map((item) => one.toJson(item))),
    fromJson: (json) => (Array.isArray(json) ? json.map((item) => one.fromJson(item)) : json),
  };
}
