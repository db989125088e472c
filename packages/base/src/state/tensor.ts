import { describe } from '@tenfold/core';

import { ModelFormatError } from './model-format-error.js';

/** The arrays that tensors are of, by the names of their elements. */
const ARRAYS = { float64: Float64Array, int32: Int32Array, uint8: Uint8Array } as const;

/** The array that holds elements of each type. */
interface TensorArrays {
  float64: Float64Array;
  int32: Int32Array;
  uint8: Uint8Array;
}

/** What the elements of a tensor are. */
export type TensorType = keyof TensorArrays;

/** The array that holds elements of a type. */
export type TensorData<Type extends TensorType = TensorType> = TensorArrays[Type];

/** Numbers in a box: the element at (i, j) of shape [rows, columns] is `data[i * columns + j]`. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: TensorData;
}

/** A tensor as JSON: small ones as numbers, large ones as base64 of little-endian bytes. */
export interface TensorJson {
  readonly dtype: TensorType;
  readonly shape: readonly number[];
  readonly data: readonly number[] | string;
}

/** Elements up to which a tensor is written as numbers, for people to read and compare. */
const MAX_PLAIN_NUMBERS = 65_536;

/** A tensor as JSON. */
export function tensorToJson({ shape, data }: Tensor): TensorJson {
  const dtype = typeOf(data);
  return {
    dtype,
    shape: [...shape],
    data: isWrittenPlain(data) ? Array.from(data) : encode(data),
  };
}

/** Whether numbers are written as such: not many, and no -0, whose sign JSON does not keep. */
function isWrittenPlain(data: TensorData): boolean {
  return data.length <= MAX_PLAIN_NUMBERS && !data.some((value) => Object.is(value, -0));
}

function typeOf(data: TensorData): TensorType {
  if (data instanceof Float64Array) return 'float64';
  return data instanceof Int32Array ? 'int32' : 'uint8';
}

/**
 * The tensor of a value that `tensorToJson` made.
 *
 * @param name what errors call it
 * @throws ModelFormatError when its parts do not fit together
 */
export function tensorFromJson(name: string, { dtype, shape, data }: TensorJson): Tensor {
  const length = shape.reduce((product, size) => product * size, 1);
  const bytes = typeof data === 'string';
  const values = bytes ? decode(name, dtype, data) : checked(name, dtype, data);
  if (values.length === length) return { shape, data: values };
  throw new ModelFormatError(
    'shape',
    `${name}: expected ${length} elements, as its shape ${shape.join(' × ')} says, got ${values.length}`,
  );
}

function checked(name: string, dtype: TensorType, data: readonly number[]): TensorData {
  const values = ARRAYS[dtype].from(data);
  for (let i = 0; i < values.length; i++) {
    if (Object.is(values[i], data[i]) || values[i] === data[i]) continue;
    throw new ModelFormatError('format', `${name}: expected elements of ${dtype}, got ${describe(data[i])}`);
  }
  return values;
}

function encode(data: TensorData): string {
  const bytes = littleEndian(
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    data.BYTES_PER_ELEMENT,
  );
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    let binary = '';
    for (const byte of bytes.subarray(at, at + PIECE)) binary += String.fromCharCode(byte);
    pieces.push(btoa(binary));
  }
  return pieces.join('');
}

/** Bytes that are encoded at a time: a multiple of 3, so that the pieces' base64 can be joined. */
const PIECE = 3 * 4096;

function decode(name: string, dtype: TensorType, text: string): TensorData {
  const { BYTES_PER_ELEMENT: width } = ARRAYS[dtype];
  let binary: string;
  try {
    binary = atob(text);
  } catch (cause) {
    throw new ModelFormatError('format', `${name}: expected bytes as base64, got other text`, { cause });
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  if (bytes.length % width !== 0) {
    const expected = `a multiple of ${width} bytes, as ${dtype} needs`;
    throw new ModelFormatError('shape', `${name}: expected ${expected}, got ${bytes.length}`);
  }
  return new ARRAYS[dtype](littleEndian(bytes, width).buffer);
}

const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** The bytes in the other order of each element where this machine is big-endian; else themselves. */
function littleEndian(bytes: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  if (!isBigEndian || width === 1) return bytes as Uint8Array<ArrayBuffer>;
  const turned = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) turned[i] = bytes[i - (i % width) + width - 1 - (i % width)];
  return turned;
}
