import { datasetChecksum } from '@tenfold/datasets';
import { InputError } from '@tenfold/errors';
import { ByteMatrix, type Labels, Matrix } from '@tenfold/linalg';
import type { RunDataset } from '@tenfold/runs';

import type { DatasetRef } from '../../protocol/values.js';
import { type FileArray, readArray } from './file-array.js';
import { fileName } from './file-name.js';

/**
 * Reads images from one array and their labels from another: of two files, or of one archive.
 *
 * @param ref where they are
 * @param read gives the bytes of a file
 * @throws InputError when they are no images, no labels, or not as many of one as of the other
 */
export async function readImageFiles(
  ref: Extract<DatasetRef, { kind: 'images' | 'archive' }>,
  read: (uri: string) => Promise<Uint8Array>,
): Promise<RunDataset> {
  const { images, labels } = await readBoth(ref, read);
  const { data, imageShape, maximum } = rowsOf(images);
  const target = labelsOf(labels);
  if (target.length !== data.rows) {
    throw new InputError(
      `${images.source} holds ${data.rows} images and ${labels.source} ${target.length} labels; there must be as many`,
    );
  }
  const checksum = await datasetChecksum({ data, target });
  return { name: datasetName(images.source), data, target, imageShape, maximum, checksum };
}

async function readBoth(
  ref: Extract<DatasetRef, { kind: 'images' | 'archive' }>,
  read: (uri: string) => Promise<Uint8Array>,
): Promise<{ images: FileArray; labels: FileArray }> {
  const source = fileName(ref.file);
  const bytes = await read(ref.file);
  if (ref.kind === 'archive') {
    return {
      images: await readArray(bytes, source, ref.images),
      labels: await readArray(bytes, source, ref.labels),
    };
  }
  return {
    images: await readArray(bytes, source),
    labels: await readArray(await read(ref.labels), fileName(ref.labels)),
  };
}

/** Images are an array of count × height × width, rows without a shape one of count × columns. */
function rowsOf({ source, shape, data }: FileArray): Pick<RunDataset, 'data' | 'imageShape' | 'maximum'> {
  if (shape.length !== 3 && shape.length !== 2)
    throw new InputError(`${source} is an array of ${shape.join(' × ')}; images are count × height × width`);
  const [count, ...size] = shape;
  const columns = size.reduce((product, length) => product * length, 1);
  if (count === 0 || columns === 0) throw new InputError(`${source} holds no images`);
  const imageShape = size.length === 2 ? ([size[0], size[1]] as const) : null;
  if (data instanceof Uint8Array) {
    return { data: new ByteMatrix(count, columns, data), imageShape, maximum: largest(data) };
  }
  return { data: Matrix.from1DArray(count, columns, data), imageShape, maximum: largest(data) };
}

/** What white is: a byte's range where values go beyond the digits' 16, else what is there. */
function largest(values: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > max) max = values[i];
  return max === 0 ? 1 : values instanceof Uint8Array && max > 16 ? 255 : max;
}

function labelsOf({ source, shape, data }: FileArray): Labels {
  if (shape.filter((length) => length !== 1).length > 1)
    throw new InputError(`${source} is an array of ${shape.join(' × ')}; labels are a single row of them`);
  if (data instanceof Uint8Array) return data;
  const numbers = Array.from<number>(data);
  const wrong = numbers.findIndex((value) => !Number.isInteger(value));
  if (wrong >= 0)
    throw new InputError(`${source} holds ${numbers[wrong]} as label ${wrong}; labels are whole numbers`);
  return numbers;
}

function datasetName(source: string): string {
  return source.replace(/\.gz$/, '').replace(/\.(npy|npz|idx)$/, '');
}
