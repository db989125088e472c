import { describe, ShapeError } from '@tenfold/core';
import {
  classPositions,
  compareLabels,
  findLabelFault,
  isList,
  type Label,
  type Labels,
} from '@tenfold/linalg';

import { LabelError, SingleClassError } from './label-errors.js';
import { LABEL_KINDS, type LabelKind, labelKindOf } from './label-kind.js';

/** Labels as class numbers. */
export interface EncodedLabels {
  /** The classes: numbers ascending, false before true, or text by code point. */
  readonly classes: readonly Label[];
  /** Each row's position in `classes`. */
  readonly codes: Int32Array;
  /** The array that the labels came in. */
  readonly kind: LabelKind;
}

/** What `encodeLabels` takes. */
export interface EncodeOptions {
  /** Whether labels may all be the same. Default false. */
  readonly oneClass?: boolean;
}

/**
 * Numbers the classes of many labels.
 *
 * @param y the labels
 * @param rows how many there must be
 * @param owner the function or class that was called, for error messages
 * @param options whether one class is enough
 * @throws ShapeError when there are not as many labels as rows, LabelError when one is no whole number
 *   below 2^53, text or boolean, or kinds are mixed, SingleClassError when they are all the same
 */
export function encodeLabels(
  y: Labels,
  rows: number,
  owner: string,
  options: EncodeOptions = {},
): EncodedLabels {
  if (!isList(y)) throw new ShapeError(owner, 'labels in an array or a typed array', typeof y);
  if (y.length !== rows) throw new ShapeError(owner, `as many labels as X has rows (${rows})`, `${y.length}`);
  const classes = sortedClasses(y, owner);
  const kind = labelKindOf(y);
  if (kind === undefined)
    throw new ShapeError(
      owner,
      `labels in an array or one of ${LABEL_KINDS.slice(1).join(', ')}`,
      describe(y),
    );
  if (classes.length === 1 && options.oneClass !== true) throw new SingleClassError(owner, classes[0]);
  return { classes, codes: classPositions(y, classes), kind };
}

function sortedClasses(y: Labels, owner: string): Label[] {
  const fault = findLabelFault(y);
  if (fault !== undefined) throw new LabelError(owner, fault.index, fault.expected, fault.label);
  return [...new Set<Label>(y)].sort(compareLabels);
}
