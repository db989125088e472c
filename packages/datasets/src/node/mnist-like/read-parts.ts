import { createHash } from 'node:crypto';

import { IdxError, openArray } from '@tenfold/arrays';
import { yieldToEventLoop } from '@tenfold/core';

import type { MnistLikePart } from '../../mnist-like/sets.js';
import { withFileSource } from '../file-source.js';
import { readIdxStream } from '../read-idx-stream.js';
import { withOpenedFile } from '../unpacked-chunks.js';

/** Called with the SHA-256 of a file's unpacked bytes. */
export type OnFile = (path: string, sha256: string) => void;

/** Images and labels of both parts, the training part first. */
export interface MnistLikeBytes {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly imageShape: readonly [height: number, width: number];
}

type Paths = ReadonlyMap<MnistLikePart, string>;

/** The most bytes of a pipe; there is none in a data home. */
const NO_PIPE = 1;

/**
 * Reads four IDX files straight into one array of images and one of labels.
 *
 * @throws ArrayFileError, IdxError when a file is no whole IDX file of bytes, or the files do not fit together
 */
export async function readParts(
  paths: Paths,
  onLabels: OnFile,
  signal: AbortSignal | undefined,
): Promise<MnistLikeBytes> {
  const [trainRows, height, width] = await shapeOf(paths, 'trainImages', 3, signal);
  const [testRows, ...testShape] = await shapeOf(paths, 'testImages', 3, signal);
  if (String(testShape) !== String([height, width])) {
    const expected = `images of ${height} × ${width} pixels as in the training part`;
    throw new IdxError(pathOf(paths, 'testImages'), 'length', expected, testShape.join(' × '));
  }
  await checkLabels(paths, 'trainLabels', trainRows, signal);
  await checkLabels(paths, 'testLabels', testRows, signal);
  const size = height * width;
  const images = new Uint8Array((trainRows + testRows) * size);
  const labels = new Uint8Array(trainRows + testRows);
  const read = async (part: MnistLikePart, target: Uint8Array): Promise<void> => {
    const path = pathOf(paths, part);
    const sha256 = await readInto(path, target, signal);
    if (part.endsWith('Labels')) onLabels(path, sha256);
  };
  await read('trainLabels', labels.subarray(0, trainRows));
  await read('testLabels', labels.subarray(trainRows));
  await read('trainImages', images.subarray(0, trainRows * size));
  await read('testImages', images.subarray(trainRows * size));
  return { images, labels, imageShape: [height, width] };
}

/** Images that are turned before the event loop gets a turn. */
const IMAGES_PER_STEP = 4096;

/** Makes rows of the columns of images, in place; the shape changes with them. */
export async function transposeImages(
  { images, labels, imageShape: [width, height] }: MnistLikeBytes,
  signal: AbortSignal | undefined,
): Promise<MnistLikeBytes> {
  const size = height * width;
  const before = new Uint8Array(size);
  for (let image = 0; image < labels.length; image++) {
    const pixels = images.subarray(image * size, (image + 1) * size);
    before.set(pixels);
    for (let row = 0, to = 0; row < height; row++)
      for (let column = 0; column < width; column++) pixels[to++] = before[column * height + row];
    if (image % IMAGES_PER_STEP !== IMAGES_PER_STEP - 1) continue;
    await yieldToEventLoop();
    signal?.throwIfAborted();
  }
  return { images, labels, imageShape: [height, width] };
}

async function checkLabels(
  paths: Paths,
  part: MnistLikePart,
  rows: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [labels] = await shapeOf(paths, part, 1, signal);
  if (labels === rows) return;
  throw new IdxError(
    pathOf(paths, part),
    'length',
    `as many labels as there are images (${rows})`,
    `${labels}`,
  );
}

/** The sizes in a file's header, of bytes and of so many dimensions, none of them zero. */
function shapeOf(
  paths: Paths,
  part: MnistLikePart,
  dimensions: number,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const path = pathOf(paths, part);
  return withFileSource(path, NO_PIPE, signal, async (source) => {
    const { format, entries } = await openArray(source, { name: path, maxUnpackedBytes: 2 ** 32 });
    const { shape, dtype } = entries[0];
    if (format === 'idx' && dtype === 'uint8' && shape.length === dimensions && !shape.includes(0))
      return shape;
    const expected = `an IDX file of ${dimensions === 1 ? 'a list of labels' : 'images'} in bytes`;
    throw new IdxError(path, 'type', expected, `${shape.join(' × ')} ${dtype} in ${format.toUpperCase()}`);
  });
}

function readInto(path: string, target: Uint8Array, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  return withOpenedFile(path, async (file) => {
    await readIdxStream(file, { signal, open: () => target, observe: (chunk) => hash.update(chunk) });
    return hash.digest('hex');
  });
}

function pathOf(paths: Paths, part: MnistLikePart): string {
  return paths.get(part) ?? part;
}
