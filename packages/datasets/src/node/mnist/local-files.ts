import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { IdxError } from '@tenfold/arrays';
import { errorCode } from '@tenfold/core';

import { emptyMnist, type MnistBytes } from '../../mnist/compose-mnist.js';
import { CorruptFileError } from '../../mnist/corrupt-file-error.js';
import {
  MNIST_FILES,
  MNIST_PIXELS,
  MNIST_SUBFOLDERS,
  type MnistFile,
  mnistFileNames,
} from '../../mnist/files.js';
import { asFileError } from '../file-error.js';
import { readIdxStream } from '../read-idx-stream.js';
import { withOpenedFile } from '../unpacked-chunks.js';

/** The folder below a data home that downloads go to. */
export function downloadFolder(home: string): string {
  return join(home, 'mnist');
}

/**
 * Finds those of MNIST's files that are in a data home.
 *
 * @throws FileError when the folder cannot be looked into
 */
export async function findLocalFiles(home: string): Promise<Map<MnistFile, string>> {
  const found = new Map<MnistFile, string>();
  for (const file of MNIST_FILES) {
    const path = await firstFile(candidates(home, file));
    if (path !== undefined) found.set(file, path);
  }
  return found;
}

function candidates(home: string, file: MnistFile): string[] {
  return MNIST_SUBFOLDERS.flatMap((folders) =>
    mnistFileNames(file).map((name) => join(home, ...folders, name)),
  );
}

async function firstFile(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isFile()) return path;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw asFileError(error, 'read', path);
    }
  }
  return undefined;
}

/**
 * Reads the four files straight into one array of images and one of labels, and checks each file's SHA-256.
 *
 * @throws CorruptFileError, IdxError when a file holds anything else; FileError when it cannot be read
 */
export async function readLocalFiles(
  paths: ReadonlyMap<MnistFile, string>,
  signal: AbortSignal | undefined,
): Promise<MnistBytes> {
  const bytes = emptyMnist();
  await Promise.all([...paths].map(([file, path]) => readLocalFile(file, path, bytes, signal)));
  return bytes;
}

function readLocalFile(
  file: MnistFile,
  path: string,
  target: MnistBytes,
  signal: AbortSignal | undefined,
): Promise<void> {
  return withOpenedFile(path, async (opened) => {
    const hash = createHash('sha256');
    const reading = readIdxStream(opened, {
      signal,
      observe: (chunk) => hash.update(chunk),
      open: ({ shape, type }) => {
        if (type.name === 'uint8' && String(shape) === String(file.shape)) return place(file, target);
        const received = `${shape.join(' × ')} ${type.name}`;
        throw new IdxError(path, 'length', `${file.shape.join(' × ')} uint8`, received, {
          advice: 'it is of another data set: name another folder as data home',
        });
      },
    });
    await reading.catch((error: unknown) => {
      throw withAdvice(error);
    });
    const received = hash.digest('hex');
    if (received !== file.sha256) throw new CorruptFileError(path, file.sha256, received);
  });
}

function place({ part, firstRow, shape }: MnistFile, { images, labels }: MnistBytes): Uint8Array {
  const [array, width] = part === 'images' ? [images, MNIST_PIXELS] : [labels, 1];
  return array.subarray(firstRow * width, (firstRow + shape[0]) * width);
}

/** A truncated or damaged file is usually the rest of an interrupted download. */
function withAdvice(error: unknown): unknown {
  if (!(error instanceof IdxError) || error.advice !== undefined) return error;
  const { source, problem, expected, received } = error;
  const advice =
    'a download that broke off leaves such a file: delete it to have it downloaded again, or name another folder as data home';
  return new IdxError(source, problem, expected, received, { advice, cause: error });
}
