import { ShapeError } from '@tenfold/core';

import type { Elements } from '../array/dtypes.js';
import { describeShape, product } from '../array/layout.js';

/** By the name of the array's class. */
const DESCRS: Readonly<Record<string, string>> = {
  Uint8Array: '|u1',
  Int8Array: '|i1',
  Uint16Array: '<u2',
  Int16Array: '<i2',
  Uint32Array: '<u4',
  Int32Array: '<i4',
  BigUint64Array: '<u8',
  BigInt64Array: '<i8',
  Float32Array: '<f4',
  Float64Array: '<f8',
};
/** The header ends at a multiple of this, so that elements can be mapped into memory. */
const ALIGNMENT = 64;
const PREFIX = 10;
/** So many digits NumPy leaves room for in the size that grows when rows are added. */
const GROWTH = 21;

/**
 * Writes an array as an NPY file of version 1.0, as `numpy.save` does.
 *
 * @param elements the elements, the last dimension running fastest; their type is the file's
 * @param shape the size of each dimension; default one, of all elements
 * @returns the file's bytes
 * @throws ShapeError when the sizes do not multiply to the number of elements
 */
export function createNpy(
  elements: Elements,
  shape: readonly number[] = [elements.length],
): Uint8Array<ArrayBuffer> {
  if (product(shape) !== elements.length || !shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new ShapeError('createNpy', `a shape of ${elements.length} elements`, describeShape(shape));
  }
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const growth = shape.length === 0 ? '' : ' '.repeat(GROWTH - String(shape[0]).length);
  const descr = DESCRS[elements.constructor.name];
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }${growth}`;
  const start = Math.ceil((PREFIX + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const padded = `${text.padEnd(start - PREFIX - 1)}\n`;
  const bytes = new Uint8Array(start + elements.byteLength);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, padded.length & 0xff, padded.length >> 8]);
  bytes.set(new TextEncoder().encode(padded), PREFIX);
  bytes.set(littleEndian(elements), start);
  return bytes;
}

function littleEndian(elements: Elements): Uint8Array {
  const bytes = new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength).slice();
  const size = elements.BYTES_PER_ELEMENT;
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) {
    for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  }
  return bytes;
}
