import { ParameterError, ShapeError } from '@tenfold/core';
import {
  compareLabels,
  findLabelFault,
  isList,
  type Label,
  type LabelArray,
  type Labels,
  type LabelType,
} from '@tenfold/linalg';

/** The kind of single labels in `L`: text or booleans for arrays of these, numbers for everything else. */
export type LabelOf<L extends Labels> = L extends readonly string[]
  ? string
  : L extends readonly boolean[]
    ? boolean
    : number;

/**
 * The distinct labels of one or more label arrays in order: numbers ascending, false before true, text by code point,
 * as NumPy sorts them (JavaScript's own order of text is by UTF-16 unit and differs above U+FFFF).
 *
 * Mirrors scikit-learn's `unique_labels`.
 *
 * @param ys arrays of labels, all numbers, all text or all booleans
 * @returns the labels, each once
 * @throws ParameterError when kinds are mixed, or a number is not whole or not below 2^53
 */
export function uniqueLabels(...ys: (readonly string[])[]): string[];
export function uniqueLabels(...ys: (readonly boolean[])[]): boolean[];
export function uniqueLabels(...ys: (readonly number[] | LabelArray)[]): number[];
export function uniqueLabels(...ys: Labels[]): Label[];
export function uniqueLabels(...ys: Labels[]): Label[] {
  const named = ys.map((y, i): [string, Labels] => [`ys[${i}]`, y]);
  return sortedUnion('uniqueLabels', named);
}

/** The sorted distinct labels of arrays whose names the error messages use. */
export function sortedUnion(owner: string, named: readonly (readonly [string, Labels])[]): Label[] {
  checkKinds(owner, named);
  const distinct = new Set<Label>();
  for (const [, y] of named) for (let i = 0; i < y.length; i++) distinct.add(y[i]);
  return [...distinct].sort(compareLabels);
}

/** Checks that labels are all whole numbers, all text or all booleans, over all the arrays together. */
function checkKinds(owner: string, named: readonly (readonly [string, Labels])[]): void {
  let type: LabelType | undefined;
  for (const [name, y] of named) {
    if (!isList(y)) throw new ParameterError(owner, name, 'an array of labels', y);
    const fault = findLabelFault(y, { type });
    if (fault !== undefined) {
      throw new ParameterError(owner, `${name}[${fault.index}]`, fault.expected, fault.label);
    }
    if (y.length > 0) type = typeof y[0] as LabelType;
  }
}

/**
 * Checks the `labels` option: not empty, distinct, of the kind of the data.
 *
 * @returns the labels in the order given
 */
export function checkGivenLabels(owner: string, given: Labels, data: readonly [string, Labels][]): Label[] {
  checkKinds(owner, [...data, ['labels', given]]);
  const labels = Array.from<Label>(given);
  if (labels.length === 0) throw new ShapeError(owner, 'at least one label in labels', '0');
  const seen = new Set<Label>();
  const twice = labels.find((label) => seen.size === seen.add(label).size);
  if (twice !== undefined) throw new ParameterError(owner, 'labels', 'distinct labels', twice);
  return labels;
}

/** The class that high scores of two classes mean when none is named: 1, or true. */
export function positiveOf(present: readonly Label[]): Label {
  return typeof present[0] === 'boolean' ? true : 1;
}
