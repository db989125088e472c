import { ParameterError } from '@tenfold/core';

type Piece = string | Uint8Array;

/** What a file is to hold: text (written as UTF-8), bytes, or pieces of both in their order. */
export type FileContent = Piece | Iterable<Piece> | AsyncIterable<Piece>;

/** Bytes that are collected before they are written. */
const SMALLEST = 1 << 16;

/** Bytes that are written between two checks of the signal. */
const LARGEST = 8 << 20;

/**
 * The bytes of a file, cut so that small pieces are not written one by one and large ones not without a pause.
 *
 * @throws ParameterError when a piece is neither text nor bytes
 */
export async function* chunksOf(content: FileContent, owner: string): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of piecesOf(content, owner)) {
    const bytes = toBytes(piece, owner);
    waiting.push(bytes);
    size += bytes.length;
    if (size < SMALLEST) continue;
    yield* cut(join(waiting));
    waiting = [];
    size = 0;
  }
  if (size > 0) yield join(waiting);
}

function piecesOf(content: unknown, owner: string): Iterable<Piece> | AsyncIterable<Piece> {
  if (typeof content === 'string' || ArrayBuffer.isView(content)) return [content as Piece];
  const isIterable =
    typeof content === 'object' &&
    content !== null &&
    (Symbol.iterator in content || Symbol.asyncIterator in content);
  if (isIterable) return content as Iterable<Piece> | AsyncIterable<Piece>;
  throw new ParameterError(owner, 'data', 'text, bytes or an iterable of them', content);
}

function toBytes(piece: unknown, owner: string): Uint8Array {
  if (typeof piece === 'string') return Buffer.from(piece);
  // Another realm's Uint8Array is no instance of this one's.
  if (Object.prototype.toString.call(piece) === '[object Uint8Array]') return piece as Uint8Array;
  throw new ParameterError(owner, 'data', 'text or a Uint8Array, or an iterable of them', piece);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += LARGEST) yield bytes.subarray(start, start + LARGEST);
}
