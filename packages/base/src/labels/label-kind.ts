import type { Label, Labels } from '@tenfold/linalg';

const TYPED_ARRAYS = {
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;

/** The array that labels came in: a plain array, or the name of a typed array. */
export type LabelKind = 'array' | keyof typeof TYPED_ARRAYS;

/** Every `LabelKind`. */
export const LABEL_KINDS = ['array', ...Object.keys(TYPED_ARRAYS)] as [LabelKind, ...LabelKind[]];

/** The kind of array that labels are in, or undefined when they are in none. */
export function labelKindOf(labels: unknown): LabelKind | undefined {
  if (Array.isArray(labels)) return 'array';
  const name = ArrayBuffer.isView(labels) ? labels.constructor.name : '';
  // Node's Buffer is a Uint8Array.
  if (name === 'Buffer') return 'Uint8Array';
  return name in TYPED_ARRAYS ? (name as LabelKind) : undefined;
}

/** Whether an array of a kind holds a label as it is. */
export function holdsClass(kind: LabelKind, label: Label): boolean {
  return kind === 'array' || (typeof label === 'number' && TYPED_ARRAYS[kind].of(label)[0] === label);
}

/**
 * The labels of class numbers, in an array of the kind wanted.
 *
 * @param codes positions in `classes`, one a row
 */
export function decodeLabels(codes: Int32Array, classes: readonly Label[], kind: LabelKind): Labels {
  if (kind === 'array') return Array.from(codes, (code) => classes[code]) as Labels;
  const labels = new TYPED_ARRAYS[kind](codes.length);
  for (let i = 0; i < codes.length; i++) labels[i] = Number(classes[codes[i]]);
  return labels;
}
