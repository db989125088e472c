import { expect } from '@jest/globals';

import type { ByteSource, Elements, IdxType } from '../../src/index.js';

/** A source that counts what is read of it, and gives control back as a disk does. */
export class CountingSource implements ByteSource {
  readonly size: number;
  reads = 0;
  bytes = 0;
  readonly asked: [offset: number, length: number][] = [];

  /** @param data bytes, or the bytes at an offset of a file that is not in memory */
  constructor(
    private readonly data: Uint8Array | ((offset: number, length: number) => Uint8Array),
    size?: number,
  ) {
    this.size = size ?? (data as Uint8Array).length;
  }

  async read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array> {
    if (length < 1 || offset < 0 || offset + length > this.size)
      throw new Error(`read ${length} at ${offset}`);
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    this.reads++;
    this.bytes += length;
    this.asked.push([offset, length]);
    return typeof this.data === 'function'
      ? this.data(offset, length)
      : this.data.subarray(offset, offset + length);
  }
}

const CODES: Record<IdxType, [code: number, size: number]> = {
  uint8: [0x08, 1],
  int8: [0x09, 1],
  int16: [0x0b, 2],
  int32: [0x0c, 4],
  float32: [0x0d, 4],
  float64: [0x0e, 8],
};

/** The header of an IDX file. */
export function idxHeader(type: IdxType, shape: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, CODES[type][0], shape.length]);
  shape.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  return bytes;
}

/** An IDX file; elements are written high byte first. */
export function idxFile(type: IdxType, shape: readonly number[], elements: Elements): Uint8Array {
  const size = CODES[type][1];
  const bytes = Uint8Array.from(bytesOf(elements));
  for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  return concat(idxHeader(type, shape), bytes);
}

/** The bytes of an array, as this machine has them. */
export function bytesOf(elements: Elements): Uint8Array {
  return new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength);
}

/** Bytes one behind the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

/** An NPY file of version 1.0 around any header. */
export function npyFile(header: string, body: Uint8Array = new Uint8Array(0), version = [1, 0]): Uint8Array {
  const text = Buffer.from(header, version[0] === 3 ? 'utf8' : 'latin1');
  const length = Buffer.alloc(version[0] === 1 ? 2 : 4);
  if (version[0] === 1) length.writeUInt16LE(text.length);
  else length.writeUInt32LE(text.length);
  return concat(Uint8Array.of(0x93), Buffer.from('NUMPY'), Uint8Array.from(version), length, text, body);
}

/** Why a promise was rejected. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let result: unknown;
  try {
    result = await promise;
  } catch (error) {
    return error;
  }
  expect(result).toBe('a rejection');
  return undefined;
}
