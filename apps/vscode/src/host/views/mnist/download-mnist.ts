import { errorMessage, OutsideError } from '@tenfold/core';
import { MNIST_MIRRORS } from '@tenfold/datasets';

import { PACKED_FILES, type PackedFile } from './mnist-files.js';

/** What a download does and tells. */
export interface DownloadMnistOptions {
  /** Writes a file that has been checked, as one step. */
  readonly write: (name: string, bytes: Uint8Array) => PromiseLike<void>;
  /** Whether a file is there already. */
  readonly has: (name: string) => PromiseLike<boolean>;
  /** Called after each piece with the bytes of all files so far. */
  readonly onBytes: (received: number) => void;
  readonly signal: AbortSignal;
  /** Folders of the web; each ends in a slash. */
  readonly mirrors?: readonly string[];
  /** The files. */
  readonly files?: readonly PackedFile[];
}

/**
 * Downloads MNIST's four files from the first mirror that has each, and checks them before they are written.
 *
 * @throws OutsideError when no mirror gives a file; the signal's reason when it is cancelled
 */
export async function downloadMnist(options: DownloadMnistOptions): Promise<void> {
  const { write, has, onBytes, signal, mirrors = MNIST_MIRRORS, files = PACKED_FILES } = options;
  let before = 0;
  for (const file of files) {
    if (await has(file.name)) continue;
    const bytes = await fromAnyMirror(file, mirrors, signal, (received) => onBytes(before + received));
    await write(file.name, bytes);
    before += bytes.length;
  }
}

async function fromAnyMirror(
  file: PackedFile,
  mirrors: readonly string[],
  signal: AbortSignal,
  onBytes: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reasons: string[] = [];
  for (const mirror of mirrors) {
    try {
      return await fromMirror(new URL(file.name, mirror), file, signal, onBytes);
    } catch (error) {
      signal.throwIfAborted();
      reasons.push(`${new URL(mirror).host}: ${errorMessage(error)}`);
    }
  }
  throw new OutsideError(`${file.name} could not be downloaded (${reasons.join('; ')})`);
}

async function fromMirror(
  address: URL,
  file: PackedFile,
  signal: AbortSignal,
  onBytes: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, { signal });
  if (!answer.ok || answer.body === null) throw new Error(`${answer.status} ${answer.statusText}`);
  const bytes = await collect(answer.body, file.size, onBytes);
  if ((await sha256(await unpack(bytes, file.size))) !== file.sha256) throw new Error('it sent another file');
  return bytes;
}

/** Takes in all bytes; more than `most` are no such file. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  most: number,
  onBytes?: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    received += value.length;
    if (received > most) {
      await reader.cancel();
      throw new Error('it sent more than the file has');
    }
    chunks.push(value);
    onBytes?.(received);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Response(bytes).body;
  if (packed === null) throw new Error('it sent nothing');
  const unpacked = packed.pipeThrough(new DecompressionStream('gzip'));
  return collect(unpacked, size);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
