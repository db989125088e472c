import { checkIdxBody, IdxError, idxHeaderLength, type IdxHeader, parseIdxHeader } from '@tenfold/arrays';
import { errorCode } from '@tenfold/core';

import type { OpenedFile } from './unpacked-chunks.js';

/** The most that deflate can shrink: 258 bytes in two bits. */
const MAX_DEFLATE_RATIO = 1032;

/** How an IDX file is taken in as it comes. */
export interface IdxSink {
  /** Told the header; gives the array that the elements' bytes go into, of `header.bodyLength` bytes. */
  readonly open: (header: IdxHeader) => Uint8Array;
  /** Sees every unpacked byte of the file once, in order. */
  readonly observe?: (chunk: Uint8Array) => void;
  /** Stops the reading. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads an IDX file, gzipped or not, straight into an array, so that the file is never held beside its elements.
 *
 * @throws IdxError when it is no IDX file or not just one whole
 */
export async function readIdxStream(file: OpenedFile, sink: IdxSink): Promise<IdxHeader> {
  const taker = new Taker(file, sink);
  try {
    for await (const chunk of file.chunks(sink.signal)) taker.take(chunk);
  } catch (error) {
    sink.signal?.throwIfAborted();
    throw asGzipError(error, file.path);
  }
  sink.signal?.throwIfAborted();
  return taker.finish();
}

/** Collects the header, then passes the rest on. */
class Taker {
  private start = new Uint8Array(0);
  private header: IdxHeader | undefined;
  private body: Uint8Array = new Uint8Array(0);
  private received = 0;

  constructor(
    private readonly file: OpenedFile,
    private readonly sink: IdxSink,
  ) {}

  take(chunk: Uint8Array): void {
    this.sink.observe?.(chunk);
    if (this.header) this.append(this.header, chunk);
    else this.takeHeader(chunk);
  }

  finish(): IdxHeader {
    this.header ??= parseIdxHeader(this.start, this.file.path);
    checkIdxBody(this.header, this.received, this.file.path);
    return this.header;
  }

  private takeHeader(chunk: Uint8Array): void {
    this.start = concat(this.start, chunk);
    if (this.start.length < 4 || this.start.length < idxHeaderLength(this.start, this.file.path)) return;
    this.header = parseIdxHeader(this.start, this.file.path);
    checkPlausible(this.header, this.file);
    this.body = this.sink.open(this.header);
    this.append(this.header, this.start.subarray(this.header.headerLength));
  }

  private append(header: IdxHeader, chunk: Uint8Array): void {
    if (this.received + chunk.length > header.bodyLength) {
      checkIdxBody(header, this.received + chunk.length, this.file.path);
    }
    this.body.set(chunk, this.received);
    this.received += chunk.length;
  }
}

/** Before anything is allocated: can a file of this size hold what its header says? */
function checkPlausible(header: IdxHeader, { size, gzipped, path }: OpenedFile): void {
  if (!gzipped) checkIdxBody(header, size - header.headerLength, path);
  else if (header.bodyLength > size * MAX_DEFLATE_RATIO) checkIdxBody(header, size * MAX_DEFLATE_RATIO, path);
}

function asGzipError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') {
    return new IdxError(path, 'truncated', 'gzip data up to its end', 'a part of it', { cause: error });
  }
  if (code?.startsWith('Z_') !== true) return error;
  return new IdxError(path, 'gzip', 'gzip data', `damaged data (${code})`, { cause: error });
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
