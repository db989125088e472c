import type { JsonValue, Param } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import {
  type CrossValidation,
  type IndexPair,
  isSplitter,
  splitterFromJson,
  type SplitIndices,
  splitterToJson,
} from '@tenfold/model-selection';

/**
 * How rows are split, of the parameter for a number of folds: in code it may be a splitter or a list of splits too. Splits
 * are read at once, as an iterable may give them only once. Files keep numbers, lists, and the splitters of
 * `@tenfold/model-selection` that need no generator.
 */
export function crossValidation(folds: Param<number>): Param<CrossValidation> {
  const expected = `${folds.expected}, a splitter, or splits as pairs of row numbers`;
  const check = (owner: string, name: string, value: unknown): CrossValidation => {
    if (isSplitter(value)) return value;
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
      return folds.check(owner, name, value);
    const splits = [...(value as Iterable<IndexPair | SplitIndices>)];
    if (splits.length === 0) throw new ParameterError(owner, name, expected, value);
    return Object.freeze(splits);
  };
  return { ...folds, check, toJson, fromJson };
}

function toJson(cv: CrossValidation): JsonValue {
  if (typeof cv === 'number') return cv;
  if (isSplitter(cv)) return (splitterToJson(cv) as JsonValue | undefined) ?? null;
  return Array.from(cv, (split) => {
    const [train, test] = 'train' in split ? [split.train, split.test] : split;
    return [Array.from(train), Array.from(test)];
  });
}

function fromJson(json: unknown): unknown {
  return json === null ? LOST : (splitterFromJson(json) ?? json);
}

/** Stands for a splitter that was not kept in a file. */
const LOST = {
  nSplits: 0,
  split(): never {
    const expected = 'set again, as such a splitter is not kept in the file of a model';
    throw new ParameterError('LogisticRegressionCV', 'cv', expected, null);
  },
};
