import { ParameterError, ShapeError } from '@tenfold/errors';
import { compareLabels, type Label, type LabelArray, type Labels } from '@tenfold/linalg';

/** The kind of single labels in `L`: text for arrays of text, numbers for everything else. */
export type LabelOf<L extends Labels> = L extends readonly string[] ? string : number;

/**
 * The distinct labels of one or more label arrays in order: numbers ascending, text by code point, as NumPy sorts
 * them (JavaScript's own order of text is by UTF-16 unit and differs above U+FFFF).
 *
 * Mirrors scikit-learn's `unique_labels`.
 *
 * @param ys arrays of labels, all numbers or all text
 * @returns the labels, each once
 * @throws ParameterError when numbers and text are mixed, or a number is not whole
 */
export function uniqueLabels(...ys: (readonly string[])[]): string[];
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

/** Each label's place in `classes`, or -1 where it is none of them. */
export function encodeLabels(y: Labels, classes: readonly Label[]): Int32Array {
  const places = new Map(classes.map((label, place) => [label, place]));
  const codes = new Int32Array(y.length);
  for (let i = 0; i < y.length; i++) codes[i] = places.get(y[i]) ?? -1;
  return codes;
}

/** Checks that labels are all whole numbers or all text, over all the arrays together. */
function checkKinds(owner: string, named: readonly (readonly [string, Labels])[]): void {
  let kind: string | undefined;
  for (const [name, y] of named) {
    checkIsArray(owner, name, y);
    for (let i = 0; i < y.length; i++) {
      kind ??= typeof y[i];
      checkLabel(owner, `${name}[${i}]`, y[i], kind);
    }
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
  const twice = labels.find((label, i) => labels.indexOf(label) !== i);
  if (twice !== undefined) throw new ParameterError(owner, 'labels', 'distinct labels', twice);
  return labels;
}

function checkIsArray(owner: string, name: string, y: unknown): void {
  if (Array.isArray(y) || (ArrayBuffer.isView(y) && 'length' in y)) return;
  throw new ParameterError(owner, name, 'an array of labels', y);
}

function checkLabel(owner: string, name: string, label: unknown, kind: string): void {
  if (typeof label !== 'string' && !Number.isInteger(label)) {
    throw new ParameterError(owner, name, 'a whole number or text', label);
  }
  if (typeof label !== kind) {
    throw new ParameterError(
      owner,
      name,
      `${kind === 'string' ? 'text' : 'a number'} as the labels before`,
      label,
    );
  }
}
