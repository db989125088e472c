import { type AbstractMatrix, isByteMatrix, isDoubleMatrix } from '@tenfold/linalg';

import type { Dataset } from './dataset.js';

/** The most bytes of images that come at a time. */
export const BLOCK = 4 << 20;

/** The options of `datasetChecksum`. */
export interface ChecksumOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** The parts of a data set that its checksum covers. */
export type Checksummed = Pick<Dataset, 'data'> & Partial<Pick<Dataset, 'target'>>;

/** The bytes that a data set's checksum is made of, piece by piece. */
export function* checksumBytes({ data, target }: Checksummed): Generator<Uint8Array> {
  yield* valueBytes(data);
  if (target instanceof Uint8Array) yield target;
  else if (target !== undefined) yield labelBytes(target);
}

function* valueBytes(data: AbstractMatrix): Generator<Uint8Array> {
  if (isByteMatrix(data)) {
    for (let at = 0; at < data.data.length; at += BLOCK) yield data.data.subarray(at, at + BLOCK);
  } else if (isDoubleMatrix(data)) {
    const step = BLOCK / Float64Array.BYTES_PER_ELEMENT;
    for (let at = 0; at < data.data.length; at += step) yield doubles(data.data.subarray(at, at + step));
  } else for (let row = 0; row < data.rows; row++) yield doubles(data.getRow(row));
}

function labelBytes(labels: Dataset['target']): Uint8Array {
  if (typeof labels[0] === 'string' || typeof labels[0] === 'boolean')
    return new TextEncoder().encode(JSON.stringify(labels));
  return doubles(labels as ArrayLike<number>);
}

/** Low byte first, on every machine. */
function doubles(values: ArrayLike<number>): Uint8Array {
  if (littleEndian) return new Uint8Array(Float64Array.from(values).buffer);
  const view = new DataView(new ArrayBuffer(8 * values.length));
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i], true);
  return new Uint8Array(view.buffer);
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
