import type { Label, Labels } from '@tenfold/linalg';

import { LabelMismatchError } from './label-errors.js';

/** How true and false are written: by JavaScript and JSON, by Python, by spreadsheets. */
const SPELLINGS = [
  ['true', 'false'],
  ['True', 'False'],
  ['TRUE', 'FALSE'],
] as const;

/**
 * Labels in the kind of a model's classes, which decides how labels are read: a table whose labels are all digits gives
 * numbers where another of the same source, with one letter in it, gave text.
 *
 * - For classes of numbers the text `"2"` is 2: text that is written exactly as JavaScript writes a whole number, and
 *   neither `"2.0"` nor `"02"`.
 * - For classes of text the number 2 is `"2"`, when any of the classes is a number written like that; true is that of
 *   `"true"`, `"True"` and `"TRUE"` which is a class (or whose counterpart for false is), and so for false.
 * - For booleans these three spellings are true and false. Numbers are never booleans, nor booleans numbers.
 *
 * A label need not be one of the classes.
 *
 * @param y labels of one kind
 * @param classes the classes of a model, of one kind
 * @returns y itself when it is of that kind already (or is empty), else an array
 * @throws LabelMismatchError when a label cannot be read so
 */
export function alignLabels(y: Labels, classes: readonly Label[]): Labels {
  const kind = typeof classes[0];
  if (y.length === 0 || typeof y[0] === kind) return y;
  const read = { number: readNumber, boolean: readBoolean, string: textReader(classes) }[kind as string];
  return Array.from<Label, Label>(y as ArrayLike<Label>, (label) => {
    const aligned = read?.(label);
    if (aligned === undefined) throw new LabelMismatchError(classes, label);
    return aligned;
  }) as unknown as Labels;
}

function readNumber(label: unknown): number | undefined {
  if (typeof label !== 'string') return undefined;
  const value = Number(label);
  return Number.isSafeInteger(value) && String(value) === label ? value : undefined;
}

function readBoolean(label: unknown): boolean | undefined {
  const spelling = SPELLINGS.find((pair) => pair.includes(label as never));
  return spelling && label === spelling[0];
}

function textReader(classes: readonly Label[]): (label: unknown) => string | undefined {
  const hasNumbers = classes.some((label) => readNumber(label) !== undefined);
  const spelling = SPELLINGS.find((pair) => pair.some((text) => classes.includes(text)));
  return (label) => {
    if (typeof label === 'boolean') return spelling?.[label ? 0 : 1];
    return hasNumbers && Number.isSafeInteger(label) ? String(label) : undefined;
  };
}
