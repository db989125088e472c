/** The element types that are read, by NumPy's names. */
export type DType =
  | 'bool'
  | 'uint8'
  | 'int8'
  | 'uint16'
  | 'int16'
  | 'uint32'
  | 'int32'
  | 'uint64'
  | 'int64'
  | 'float16'
  | 'float32'
  | 'float64';

/** The order of an element's bytes in the file: the low or the high one first; one byte has none. */
export type ByteOrder = 'little' | 'big' | 'none';

/**
 * What elements are given in: an array of their own type, exact also for 64-bit integers. Only booleans come as bytes
 * of 0 and 1, and halves (`float16`) as singles.
 */
export type Elements =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

/** How elements lie in a file. */
export interface ElementFormat {
  readonly dtype: DType;
  readonly byteOrder: ByteOrder;
}

/** Bytes of an element in the file. */
export const ITEM_SIZES: Readonly<Record<DType, 1 | 2 | 4 | 8>> = {
  bool: 1,
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  float16: 2,
  uint32: 4,
  int32: 4,
  float32: 4,
  uint64: 8,
  int64: 8,
  float64: 8,
};

const ARRAYS = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  uint64: BigUint64Array,
  int64: BigInt64Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

const HOST_ORDER: ByteOrder = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little' : 'big';

/**
 * Makes numbers of a file's bytes, in place where that can be.
 *
 * @param bytes whole elements, from the beginning of a buffer that is nobody else's
 */
export function decodeElements(
  bytes: Uint8Array<ArrayBuffer>,
  { dtype, byteOrder }: ElementFormat,
): Elements {
  if (byteOrder !== 'none' && byteOrder !== HOST_ORDER) swapBytes(bytes, ITEM_SIZES[dtype]);
  if (dtype === 'bool') return bytes.map((byte) => (byte === 0 ? 0 : 1));
  if (dtype === 'float16') return Float32Array.from(new Uint16Array(bytes.buffer), halfToSingle);
  return new ARRAYS[dtype](bytes.buffer);
}

function swapBytes(bytes: Uint8Array, size: number): void {
  for (let start = 0; start < bytes.length; start += size) {
    for (let low = start, high = start + size - 1; low < high; low++, high--) {
      const byte = bytes[low];
      bytes[low] = bytes[high];
      bytes[high] = byte;
    }
  }
}

/** A number of IEEE 754's binary16: a sign, five bits of exponent, ten of fraction. */
function halfToSingle(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
