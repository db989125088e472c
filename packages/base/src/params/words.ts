import { checkBoolean, checkOneOf } from '@tenfold/core';

import type { Param, ParamText } from './param.js';

/** A hyper-parameter that is true or false. */
export function boolean(description: ParamText<boolean>): Param<boolean> {
  return {
    kind: 'boolean',
    default: description.default,
    doc: description.doc,
    ask: description.ask ?? false,
    expected: 'true or false',
    isNullable: false,
    bounds: { accepted: [true, false], refused: [1, 'true', null] },
    check: checkBoolean,
    toJson: (value) => value,
    fromJson: (json) => json,
  };
}

/** A hyper-parameter that is one of a few words. */
export function choice<const Word extends string>(
  words: readonly Word[],
  description: ParamText<NoInfer<Word>>,
): Param<Word> {
  return {
    kind: 'choice',
    default: description.default,
    doc: description.doc,
    ask: description.ask ?? false,
    expected: `one of ${words.join(', ')}`,
    choices: words,
    isNullable: false,
    bounds: { accepted: words, refused: [`${words[0]}x`, '', 1, null] },
    check: (owner, name, value) => checkOneOf(owner, name, value, words),
    toJson: (value) => value,
    fromJson: (json) => json,
  };
}

/** Keeps a parameter from command lines, forms and tasks: see `Param`. */
export function onlyInCode<Value, Option>(param: Param<Value, Option>): Param<Value, Option> {
  return { ...param, onlyInCode: true };
}

/** Lets null be a value too: for none. */
export function nullable<Value, Option>(param: Param<Value, Option>): Param<Value | null, Option | null> {
  return {
    ...param,
    isNullable: true,
    expected: `${param.expected}, or null for none`,
    bounds: {
      accepted: [...param.bounds.accepted, null],
      refused: param.bounds.refused.filter((value) => value !== null),
    },
    check: (owner, name, value) => (value === null ? null : param.check(owner, name, value)),
    toJson: (value) => (value === null ? null : param.toJson(value)),
    fromJson: (json) => (json === null ? null : param.fromJson(json)),
  };
}
