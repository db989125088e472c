import { type FileHandle, open } from 'node:fs/promises';

import { OutsideError } from '@tenfold/core';

/** The build unpacks the four files there; the way is the same from `src/node/` and from `dist/node/`. */
const FOLDER = new URL('../../dist/data/', import.meta.url);

/** Bytes that are read between two checks of the signal. */
const CHUNK = 8 << 20;

/**
 * Reads one IDX file of bytes, whose shape is known, into a buffer of just that size.
 *
 * @throws OutsideError when the file is missing, or is not such a file
 */
export async function readIdxFile(
  name: string,
  shape: readonly number[],
  target: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const file = await openFile(name);
  try {
    const header = new Uint8Array(4 + 4 * shape.length);
    const body = header.length + target.length;
    if ((await file.stat()).size !== body) throw damaged(name, `it should have ${body} bytes`);
    await fill({ file, name }, header, 0, signal);
    if (!isHeaderOf(header, shape)) throw damaged(name, `it should hold ${shape.join(' × ')} bytes`);
    await fill({ file, name }, target, header.length, signal);
  } finally {
    await file.close();
  }
}

async function openFile(name: string): Promise<FileHandle> {
  try {
    return await open(new URL(name, FOLDER));
  } catch (cause) {
    throw damaged(name, 'it cannot be opened', cause);
  }
}

async function fill(
  { file, name }: { readonly file: FileHandle; readonly name: string },
  target: Uint8Array,
  position: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let done = 0; done < target.length;) {
    const { bytesRead } = await file.read(
      target,
      done,
      Math.min(CHUNK, target.length - done),
      position + done,
    );
    signal?.throwIfAborted();
    if (bytesRead === 0) throw damaged(name, 'it became shorter while it was read');
    done += bytesRead;
  }
}

/** IDX: two zero bytes, 8 for unsigned bytes, the number of dimensions, then each as 32 bits, high byte first. */
function isHeaderOf(header: Uint8Array, shape: readonly number[]): boolean {
  const view = new DataView(header.buffer);
  const magic = 0x0800 | shape.length;
  return view.getUint32(0) === magic && shape.every((size, i) => view.getUint32(4 + 4 * i) === size);
}

function damaged(name: string, why: string, cause?: unknown): OutsideError {
  return new OutsideError(
    `@tenfold/mnist: ${name} is missing or damaged: ${why}. Install the package again.`,
    {
      cause,
    },
  );
}
