import { createNpy } from '@tenfold/arrays';
import { loadDigits } from '@tenfold/datasets';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { gzipSync, zipSync } from 'fflate';

/** A folder of its own for a test. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'tenfold-test-'));
}

/** The digits as bytes, and their labels. */
export function digitBytes(): { pixels: Uint8Array; labels: Uint8Array; rows: number } {
  const { data, target } = loadDigits();
  return { pixels: Uint8Array.from(data.to1DArray()), labels: target, rows: data.rows };
}

/** Writes the digits as IDX files, gzipped, and gives their addresses. */
export async function writeIdx(folder: string): Promise<{ file: string; labels: string }> {
  const { pixels, labels, rows } = digitBytes();
  const file = await put(folder, 'some-images-idx3-ubyte.gz', gzipSync(idx([rows, 8, 8], pixels)));
  return { file, labels: await put(folder, 'some-labels-idx1-ubyte', idx([rows], labels)) };
}

/** Writes the digits as NPY files. */
export async function writeNpy(folder: string): Promise<{ file: string; labels: string }> {
  const { pixels, labels, rows } = digitBytes();
  const file = await put(folder, 'x_some.npy', createNpy(Float64Array.from(pixels), [rows, 8, 8]));
  return {
    file,
    labels: await put(folder, 'y_some.npy', createNpy(BigInt64Array.from(labels, BigInt))),
  };
}

/** Writes the digits as an archive. */
export async function writeNpz(folder: string): Promise<string> {
  const { pixels, labels, rows } = digitBytes();
  const archive = zipSync({
    'x_train.npy': createNpy(pixels, [rows, 8, 8]),
    'y_train.npy': createNpy(labels),
    'seed.npy': createNpy(Int32Array.of(7)),
  });
  return put(folder, 'digits.npz', archive);
}

/** Writes a table. */
export function writeTable(folder: string, lines: readonly string[]): Promise<string> {
  return put(folder, 'flowers é.csv', new TextEncoder().encode(lines.join('\n')));
}

/** A table that a straight line divides. */
export function simpleTable(rows = 60): string[] {
  const lines = Array.from(
    { length: rows },
    (_, i) => `${i % 2},${i / rows},"${i % 2 === 0 ? 'even' : 'odd'}"`,
  );
  return ['a,b,kind', ...lines];
}

async function put(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return pathToFileURL(path).toString();
}

function idx(shape: readonly number[], bytes: Uint8Array): Uint8Array {
  const header = new Uint8Array(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  shape.forEach((length, i) => new DataView(header.buffer).setUint32(4 + 4 * i, length));
  const file = new Uint8Array(header.length + bytes.length);
  file.set(header);
  file.set(bytes, header.length);
  return file;
}
