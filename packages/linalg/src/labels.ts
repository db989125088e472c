import type { NumberArray } from './number-array.js';

/** One class label. */
export type Label = number | string | boolean;

/** The typed arrays that may hold labels. */
export type LabelArray = NumberArray;

/** The labels of many samples: numbers, text or booleans, all of one kind, in an array or a typed array. */
export type Labels = readonly number[] | readonly string[] | readonly boolean[] | LabelArray;

/**
 * Orders labels of one kind as NumPy does: numbers by value, false before true, text by code point (where
 * JavaScript's own order, by UTF-16 units, puts an emoji before some other characters).
 */
export function compareLabels(a: Label, b: Label): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return compareText(String(a), String(b));
}

/** The position of each label among `classes`, or -1 where it is none of them. */
export function classPositions(labels: Labels, classes: readonly Label[]): Int32Array {
  const positions = new Map(classes.map((label, position) => [label, position]));
  const found = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) found[i] = positions.get(labels[i]) ?? -1;
  return found;
}

function compareText(a: string, b: string): number {
  const right = b[Symbol.iterator]();
  for (const character of a) {
    const other = right.next();
    if (other.done === true) return 1;
    if (character !== other.value) return (character.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
  }
  return right.next().done === true ? 0 : -1;
}
