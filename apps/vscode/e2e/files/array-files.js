import { createNpy } from '@tenfold/arrays';
import { strToU8, zipSync } from 'fflate';

/** An archive as `numpy.savez_compressed` makes it, with images in colours, floats, labels, and entries that are no arrays. */
export function archive() {
  return zipSync({
    'x_train.npy': createNpy(
      Uint8Array.from({ length: 60 * 64 }, (_, i) => (((i % 64) + 5 * Math.floor(i / 64)) % 17) * 15),
      [60, 8, 8],
    ),
    'y_train.npy': createNpy(
      Uint8Array.from({ length: 60 }, (_, i) => i % 10),
      [60],
    ),
    'colours.npy': createNpy(
      Float32Array.from(
        { length: 40 * 12 * 12 * 3 },
        (_, i) => ((i % 3) + 1) * (Math.floor(i / 3) % 144) * 0.002,
      ),
      [40, 12, 12, 3],
    ),
    'weights.npy': createNpy(
      Float64Array.from({ length: 300 * 20 }, (_, i) => Math.sin(i) * 10 ** ((i % 7) - 3)),
      [300, 20],
    ),
    'rate.npy': createNpy(new Float64Array([0.1]), []),
    'notes.txt': strToU8('no array'),
    '../<img src=x onerror=alert(1)>\u202Egnp.npy': createNpy(new Float32Array([1, NaN, -Infinity, 0.1])),
  });
}

/** A file of images that says more of them than it has. */
export function truncated() {
  const bytes = new Uint8Array(16 + 3 * 784);
  new DataView(bytes.buffer).setUint32(0, 0x803);
  [10, 28, 28].forEach((size, i) => new DataView(bytes.buffer).setUint32(4 + 4 * i, size));
  return bytes;
}

/** A file of Python's objects, which would have to be run. */
export function pickled() {
  const header = "{'descr': '|O', 'fortran_order': False, 'shape': (3,), }".padEnd(117) + '\n';
  return new Uint8Array([
    0x93,
    ...strToU8('NUMPY'),
    1,
    0,
    header.length,
    0,
    ...strToU8(header),
    0x80,
    0x04,
    0x2e,
  ]);
}
