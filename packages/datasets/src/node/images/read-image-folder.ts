import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

import { checkInteger, checkNames, formatQuantity, ParameterError, yieldToEventLoop } from '@tenfold/core';
import { refusePipe } from '@tenfold/files';
import { ByteMatrix, compareLabels, type Labels } from '@tenfold/linalg';

import type { ArrayDataset } from '../../arrays/array-dataset.js';
import { pixelNames } from '../../dataset.js';
import { openImage } from '../../images/decode-image.js';
import { ImageFileError } from '../../images/image-file-error.js';
import { decodeHere } from '../../images/raw-picture.js';
import { resizeImage } from '../../images/resize.js';
import { asFileError } from '../file-error.js';
import { decodeOnThread } from './decode-on-thread.js';
import { listImages } from './list-images.js';

/** The options of `readImageFolder`. */
export interface ReadImageFolderOptions {
  /**
   * Height and width to which images are resized. Default: the size that they have; when they differ, the one that most
   * of them have, of several the smallest.
   */
  shape?: readonly [height: number, width: number];
  /** The most pixels of an image before it is resized. Default 2^24. */
  maxPixels?: number;
  /** Stops the reading; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Images of a folder. */
export interface ImageFolderDataset extends ArrayDataset {
  readonly data: ByteMatrix;
  readonly imageShape: readonly [height: number, width: number];
  /** The file of each row. */
  readonly files: readonly string[];
  /** How many images had another size and were resized. */
  readonly resized: number;
}

type Size = readonly [height: number, width: number];

const OWNER = 'readImageFolder';
const MAX_SIDE = 8192;
/** Pixels for which no thread is worth starting: they are decoded in a few tenths of a second at most. */
const SMALL = 1 << 18;
/** The most bytes of one array in the oldest supported Node. */
const MAX_BYTES = 2 ** 32;

/**
 * Reads PNG and JPEG images from a folder with one folder a class, whose names are the labels (numbers, when all of them
 * are digits only); or from a folder without such, or from a single file, for images without labels. Rows are in the order
 * of code points: of the classes' names, then of the files' names.
 *
 * Colours are turned grey by ITU-R BT.601, as Pillow's `convert('L')` does; opacity is left out, with a warning;
 * 16 bits become 8; JPEG is put upright by its EXIF data. Images of another size are resized as Pillow's `resize` does
 * with `Resampling.BILINEAR`, stretched where proportions differ.
 *
 * @param folder the folder, or a file
 * @throws ImageFileError with the path of a broken image, of one with too many pixels, or of a folder without images
 * @throws FileError when something cannot be read; ParameterError when an option is none
 */
export async function readImageFolder(
  folder: string,
  options: ReadImageFolderOptions = {},
): Promise<ImageFolderDataset> {
  const { shape, maxPixels, signal } = checkOptions(folder, options);
  signal?.throwIfAborted();
  const { files, classes, warnings } = await listImages(folder);
  const { imageShape, differ } =
    shape === undefined ? await commonSize(files, maxPixels, signal) : { imageShape: shape, differ: false };
  const { pixels, transparent, resized } = await readPixels(files, imageShape, maxPixels, signal);
  const target = classes && labelsOf(classes);
  return {
    name: basename(resolve(folder)),
    data: new ByteMatrix(files.length, imageShape[0] * imageShape[1], pixels),
    target,
    targetNames: classes === undefined ? [] : classNames(classes, target),
    featureNames: pixelNames(imageShape),
    imageShape,
    files,
    resized,
    warnings: [
      ...warnings,
      ...(differ
        ? [`the images of ${folder} differ in size: all were resized to ${imageShape.join(' × ')}`]
        : []),
      ...(transparent > 0
        ? [`the opacity of ${formatQuantity(transparent, 'image')} of ${folder} was left out`]
        : []),
    ],
    DESCR: `${files.length} images of ${imageShape.join(' × ')} pixels from ${folder}\n`,
  };
}

function checkOptions(folder: unknown, options: ReadImageFolderOptions) {
  if (typeof folder !== 'string' || folder === '')
    throw new ParameterError(OWNER, 'folder', 'the path of a folder or of an image', folder);
  checkNames(OWNER, options, ['shape', 'maxPixels', 'signal']);
  const { shape, maxPixels = 1 << 24, signal } = options;
  const given: unknown = shape;
  if (given !== undefined && !(Array.isArray(given) && given.length === 2))
    throw new ParameterError(OWNER, 'shape', 'height and width', shape);
  shape?.forEach((side) => checkInteger(OWNER, 'every side of shape', side, { min: 1, max: MAX_SIDE }));
  checkInteger(OWNER, 'maxPixels', maxPixels, { min: 1, max: 2 ** 28 });
  const size: Size | undefined = shape && [shape[0], shape[1]];
  return { shape: size, maxPixels, signal };
}

/** The size that most images have, by their headers. */
async function commonSize(files: readonly string[], maxPixels: number, signal: AbortSignal | undefined) {
  const sizes = new Map<string, { size: Size; count: number }>();
  for (const file of files) {
    const { height, width } = openImage(await bytesOf(file, signal), file, maxPixels);
    const key = `${height} ${width}`;
    const known = sizes.get(key);
    sizes.set(key, { size: [height, width], count: (known?.count ?? 0) + 1 });
  }
  const ranked = [...sizes.values()].sort(
    (a, b) => b.count - a.count || area(a.size) - area(b.size) || a.size[0] - b.size[0],
  );
  return { imageShape: ranked[0].size, differ: ranked.length > 1 };
}

async function readPixels(
  files: readonly string[],
  size: Size,
  maxPixels: number,
  signal: AbortSignal | undefined,
): Promise<{ pixels: Uint8Array; transparent: number; resized: number }> {
  const bytes = files.length * area(size);
  if (bytes > MAX_BYTES) {
    const reason = `expected at most ${MAX_BYTES} bytes of pixels, got ${files.length} images of ${size.join(' × ')}; ask for a smaller shape`;
    throw new ImageFileError(files[0], 'too-large', reason);
  }
  const pixels = new Uint8Array(bytes);
  let transparent = 0;
  let resized = 0;
  const onThread = decodeOnThread(signal);
  for (const [row, file] of files.entries()) {
    const image = openImage(await bytesOf(file, signal), file, maxPixels);
    if (image.transparent) transparent++;
    const decodeRaw = image.height * image.width > SMALL ? onThread : decodeHere;
    const grey = await image.decode({ decodeRaw, signal });
    if (grey.height !== size[0] || grey.width !== size[1]) resized++;
    pixels.set((await resizeImage(grey, size, signal)).pixels, row * area(size));
    await yieldToEventLoop();
  }
  signal?.throwIfAborted();
  return { pixels, transparent, resized };
}

async function bytesOf(file: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  signal?.throwIfAborted();
  await refusePipe(file);
  try {
    return await readFile(file, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw asFileError(error, 'read', file);
  }
}

/** Numbers when all names are digits only and no two are the same number, else the names. */
function labelsOf(classes: readonly string[]): readonly number[] | readonly string[] {
  const names = [...new Set(classes)];
  const numbers = new Set(names.map(Number));
  const numeric = names.every((name) => /^\d{1,15}$/.test(name)) && numbers.size === names.length;
  return numeric ? classes.map(Number) : classes;
}

/** The folders' names in the order of the sorted labels. */
function classNames(classes: readonly string[], target: Labels | undefined): string[] {
  const names = new Map((target as readonly (string | number)[]).map((label, row) => [label, classes[row]]));
  return [...names].sort(([a], [b]) => compareLabels(a, b)).map(([, name]) => name);
}

function area([height, width]: Size): number {
  return height * width;
}
