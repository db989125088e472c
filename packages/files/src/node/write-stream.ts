import { constants, write } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { errorCode } from '@tenfold/core';

import { whereSupported } from './sync.js';
import { type ByteSink, writeAll } from './write-all.js';

/** Milliseconds between two attempts to write while a pipe has no reader or is full. */
const PAUSE = 20;

const writeTo = promisify(write);

/**
 * Writes into a named pipe or a device. A pipe's reader is waited for. Nothing blocks a thread of the process, which
 * could then not even end.
 *
 * @param path the pipe or device
 * @param isPipe whether it is a named pipe
 * @param chunks the bytes
 * @param signal stops it, also while it waits
 */
export async function writeIntoStream(
  path: string,
  isPipe: boolean,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const file = await openStream(path, isPipe, signal);
  try {
    await pour(file, chunks, signal);
    await whereSupported(() => file.sync());
  } finally {
    await file.close();
  }
}

/**
 * Writes into what the process has open, behind what was written there before.
 *
 * @param descriptor its number
 * @param chunks the bytes
 * @param signal stops it
 */
export async function writeIntoDescriptor(
  descriptor: number,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const sink: ByteSink = { write: (...args) => writeTo(descriptor, ...args) };
  await pour(sink, chunks, signal);
}

async function openStream(path: string, isPipe: boolean, signal?: AbortSignal): Promise<FileHandle> {
  // Windows has none of these flags, and no named pipe among its files.
  const { O_WRONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>;
  const flags = (O_WRONLY ?? 1) | O_NONBLOCK | O_NOCTTY;
  return whenReady(isPipe ? 'ENXIO' : undefined, () => open(path, flags), signal);
}

async function pour(sink: ByteSink, chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
  const patient: ByteSink = {
    write: (bytes, offset, length) =>
      whenReady('EAGAIN', () => sink.write(bytes, offset, length, null), signal),
  };
  for await (const chunk of chunks) await writeAll(patient, chunk, null);
}

/** Tries until the answer is another than "not yet". */
async function whenReady<T>(
  notYet: string | undefined,
  action: () => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await action();
    } catch (error) {
      if (notYet === undefined || errorCode(error) !== notYet) throw error;
    }
    await sleep(PAUSE, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
}
