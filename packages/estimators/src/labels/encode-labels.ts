import { ShapeError } from '@tenfold/errors';
import { compareLabels, type Label, type Labels } from '@tenfold/linalg';

import { LabelError, SingleClassError } from './label-errors.js';
import { type LabelKind, labelKindOf } from './label-kind.js';

/** Labels as class numbers. */
export interface EncodedLabels {
  /** The classes: numbers ascending, or text as NumPy sorts it. */
  readonly classes: readonly Label[];
  /** Each row's position in `classes`. */
  readonly codes: Int32Array;
  /** The array that the labels came in. */
  readonly kind: LabelKind;
}

/**
 * Numbers the classes of many labels.
 *
 * @param y the labels
 * @param rows how many there must be
 * @param owner the function or class that was called, for error messages
 * @throws ShapeError when there are not as many labels as rows, LabelError when one is neither text nor a whole
 *   number or both kinds are mixed, SingleClassError when they are all the same
 */
export function encodeLabels(y: Labels, rows: number, owner: string): EncodedLabels {
  const kind = labelKindOf(y);
  if (kind === undefined) throw new ShapeError(owner, 'labels in an array or a typed array', typeof y);
  if (y.length !== rows) throw new ShapeError(owner, `as many labels as X has rows (${rows})`, `${y.length}`);
  const classes = sortedClasses(y, owner);
  if (classes.length === 1) throw new SingleClassError(owner, classes[0]);
  const positions = new Map(classes.map((label, position) => [label, position]));
  const codes = Int32Array.from(y as ArrayLike<Label>, (label) => positions.get(label) ?? -1);
  return { classes, codes, kind };
}

function sortedClasses(y: Labels, owner: string): Label[] {
  const expected = typeof y[0] === 'string' ? 'text, as the first is' : 'a whole number or all text';
  const wanted = typeof y[0] === 'string' ? 'string' : 'number';
  const seen = new Set<Label>();
  for (let i = 0; i < y.length; i++) {
    const label: unknown = y[i];
    if (typeof label !== wanted || (wanted === 'number' && !Number.isInteger(label))) {
      throw new LabelError(owner, i, expected, label);
    }
    seen.add(label as Label);
  }
  return [...seen].sort(compareLabels);
}
