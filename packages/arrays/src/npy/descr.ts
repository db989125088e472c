import type { ByteOrder, DType, ElementFormat } from '../array/dtypes.js';
import { ITEM_SIZES } from '../array/dtypes.js';
import type { TextFormat } from '../array/text-array.js';
import type { Literal } from './literal.js';

const TYPES: Readonly<Record<string, DType>> = {
  b1: 'bool',
  u1: 'uint8',
  i1: 'int8',
  u2: 'uint16',
  i2: 'int16',
  u4: 'uint32',
  i4: 'int32',
  u8: 'uint64',
  i8: 'int64',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
};

const ORDERS: Readonly<Record<string, ByteOrder>> = { '<': 'little', '>': 'big', '|': 'none' };

/** By NumPy's letter. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  O: 'Python objects, which are never unpickled because that could run code',
  S: 'byte strings',
  a: 'byte strings',
  U: 'text',
  V: 'raw bytes',
  c: 'complex numbers',
  f: 'floating-point numbers of an unusual size',
  M: 'dates',
  m: 'durations',
};

/** The element type of NumPy's description, such as `<f8`, or undefined when it is none that is read. */
export function parseDescr(descr: Literal): ElementFormat | undefined {
  if (typeof descr !== 'string') return undefined;
  const byteOrder = ORDERS[descr[0]] as ByteOrder | undefined;
  const dtype = TYPES[descr.slice(1)] as DType | undefined;
  if (byteOrder === undefined || dtype === undefined || !Object.hasOwn(TYPES, descr.slice(1)))
    return undefined;
  if (ITEM_SIZES[dtype] === 1) return { dtype, byteOrder: 'none' };
  return byteOrder === 'none' ? undefined : { dtype, byteOrder };
}

/** The text of NumPy's description, such as `<U5` or `|S3`, or undefined when it is none. */
export function parseTextDescr(descr: Literal): TextFormat | undefined {
  if (typeof descr !== 'string') return undefined;
  const match = /^([<>|])([USa])(\d{1,9})$/.exec(descr);
  if (match === null) return undefined;
  const [, order, kind, digits] = match;
  const length = Number(digits);
  if (kind !== 'U') return { descr, itemSize: length, encoding: 'utf-8' };
  return order === '|'
    ? undefined
    : { descr, itemSize: 4 * length, encoding: order === '<' ? 'little' : 'big' };
}

/** What to do about elements that are not read, as far as it differs from the rest. */
export function adviceOn(descr: Literal): string | undefined {
  if (typeof descr !== 'string') return 'save each of its fields as an array of its own';
  if (/^[<>|=]?O/.test(descr))
    return 'save it as numbers or text, with astype(int) or astype(str) for instance';
  return undefined;
}

/** A description that is not read, in words, with its own at the end. */
export function describeDescr(descr: Literal): string {
  if (typeof descr !== 'string') return `structured elements (${shorten(JSON.stringify(descr))})`;
  const letter = descr.replace(/^[<>|=]/, '')[0] as string | undefined;
  const kind =
    letter !== undefined && Object.hasOwn(OTHER_KINDS, letter) ? OTHER_KINDS[letter] : 'an unknown type';
  return `${kind} (${shorten(JSON.stringify(descr))})`;
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
