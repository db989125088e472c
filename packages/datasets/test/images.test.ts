import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';

import { decodeHere } from '../src/images/raw-picture.js';
import { FileError, ImageFileError, readImageFolder } from '../src/index.js';
import { decodeOnThread } from '../src/node/images/decode-on-thread.js';
import { emptyFolder, fileWith, rejection } from './helpers/files.js';

interface Picture {
  name: string;
  file: string;
  shape: [number, number];
  grey: string;
  tolerance: number;
}

/** What tooling/reference/images.py wrote. */
const golden = JSON.parse(readFileSync(new URL('golden/images.json', import.meta.url), 'utf8')) as {
  png: Picture[];
  jpeg: Picture[];
  resized: Pick<Picture, 'shape' | 'grey'>[];
};

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

/** A folder with files in it, by their paths. */
async function folderOf(files: Record<string, Uint8Array | string>): Promise<string> {
  const folder = await emptyFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const grey = (value: number, height = 2, width = 3) =>
  encode({ width, height, channels: 1, depth: 8, data: new Uint8Array(height * width).fill(value) });

function worst(received: ArrayLike<number>, expected: Uint8Array): number {
  return expected.reduce((most, value, i) => Math.max(most, Math.abs(value - received[i])), 0);
}

describe.each([
  ['PNG', golden.png],
  ['JPEG', golden.jpeg],
])('%s', (_, pictures) => {
  test.each(pictures.map((picture) => [picture.name, picture] as const))('of %s', async (name, picture) => {
    const dataset = await readImageFolder(await fileWith(bytes(picture.file)));
    expect(dataset.imageShape).toEqual(picture.shape);
    expect(worst(dataset.data.data, bytes(picture.grey))).toBeLessThanOrEqual(picture.tolerance);
    expect(dataset.warnings).toHaveLength(name.includes('opacity') ? 1 : 0);
    expect(dataset.target).toBeUndefined();
  });

  test('cut short anywhere is refused by its name', async () => {
    const file = bytes(pictures[1].file);
    for (let length = 0; length < file.length; length += Math.ceil(file.length / 40)) {
      const path = await fileWith(file.subarray(0, length), 'cut.img');
      const error = await rejection(readImageFolder(path));
      expect(error).toBeInstanceOf(ImageFileError);
      expect(error).toMatchObject({ path, kind: 'input' });
    }
  });

  test('with any byte changed gives a picture or an error of ours', async () => {
    const file = bytes(pictures[0].file);
    for (let at = 8; at < file.length; at += 7) {
      const changed = file.slice();
      changed[at] ^= 0x55;
      const read = readImageFolder(await fileWith(changed), { maxPixels: 1 << 16 });
      const error = await read.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(ImageFileError);
    }
  });
});

test.each(golden.resized.map((picture) => [picture.shape, picture] as const))(
  'a picture of 13 × 11 becomes one of %j as Pillow makes it',
  async (shape, picture) => {
    const { data } = await readImageFolder(await fileWith(bytes(golden.png[0].file)), { shape });
    expect(worst(data.data, bytes(picture.grey))).toBeLessThanOrEqual(1);
  },
);

describe('folders', () => {
  test('of classes: names are labels, rows are in the order of code points', async () => {
    const folder = await folderOf({
      'Ａ/2.png': grey(1),
      'Ａ/10.PNG': grey(2),
      '😀/a.jpg': grey(3),
      'B/x.jpeg': grey(4),
      'B/.hidden.png': 'no',
      'B/notes.txt': 'no',
    });
    const dataset = await readImageFolder(folder);
    expect(dataset.target).toEqual(['B', 'Ａ', 'Ａ', '😀']);
    expect(dataset.data.data.filter((_, i) => i % 6 === 0)).toEqual(Uint8Array.of(4, 2, 1, 3));
    expect(dataset.targetNames).toEqual(['B', 'Ａ', '😀']);
    expect(dataset.files[1]).toBe(join(folder, 'Ａ', '10.PNG'));
    expect(dataset.warnings).toEqual([`1 file of ${folder} are no PNG or JPEG and were left out`]);
  });

  test('of digits give numbers', async () => {
    const folder = await folderOf({ '10/a.png': grey(1), '2/a.png': grey(2), '00/a.png': grey(3) });
    const dataset = await readImageFolder(folder);
    expect(dataset.target).toEqual([0, 10, 2]);
    expect(dataset.targetNames).toEqual(['00', '2', '10']);
    const alike = await readImageFolder(await folderOf({ '1/a.png': grey(1), '01/a.png': grey(2) }));
    expect(alike.target).toEqual(['01', '1']);
  });

  test('without classes give images without labels', async () => {
    const dataset = await readImageFolder(await folderOf({ 'b.png': grey(2), 'a.png': grey(1) }));
    expect(dataset.target).toBeUndefined();
    expect(dataset.data.data[0]).toBe(1);
  });

  test('of several sizes take the one that most have', async () => {
    const folder = await folderOf({ 'a.png': grey(1, 4, 4), 'b.png': grey(2), 'c.png': grey(3) });
    const dataset = await readImageFolder(folder);
    expect(dataset.imageShape).toEqual([2, 3]);
    expect(dataset.data.getRow(0)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(dataset.warnings).toEqual([`the images of ${folder} differ in size: all were resized to 2 × 3`]);
    expect((await readImageFolder(folder, { shape: [5, 5] })).warnings).toEqual([]);
  });

  test.each([
    ['images beside classes', { 'a.png': grey(1), 'b/a.png': grey(1) }, 'layout'],
    ['classes within classes', { 'train/0/a.png': grey(1) }, 'layout'],
    ['nothing', { 'a.txt': 'no' }, 'empty'],
    ['classes without images', { '0/a.txt': 'no' }, 'empty'],
    ['other files under the name of images', { 'a.png': 'GIF89a' }, 'format'],
    ['an empty file', { 'a.png': '' }, 'format'],
  ])('with %s are refused', async (_, files, problem) => {
    const folder = await folderOf(files);
    const error = await rejection(readImageFolder(folder));
    expect(error).toMatchObject({ problem, message: expect.stringContaining(folder) as unknown });
  });

  test('that are not there, and options that are none', async () => {
    expect(await rejection(readImageFolder('/no/such'))).toBeInstanceOf(FileError);
    const folder = await folderOf({ 'a.png': grey(1) });
    for (const options of [{ shape: [0, 3] }, { shape: 28 }, { maxPixels: 0 }, { size: [2, 2] }])
      expect(await rejection(readImageFolder(folder, options as object))).toMatchObject({
        owner: 'readImageFolder',
      });
  });

  test('are read no further when the signal says so', async () => {
    const folder = await folderOf({ 'a.png': grey(1), 'b.png': 'broken' });
    const reason = new Error('enough');
    expect(await rejection(readImageFolder(folder, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});

describe('a large picture', () => {
  const side = 4096;
  /** Edges and slopes: neither a plain area nor noise. */
  const values = (length: number): Uint8Array => {
    const all = new Uint8Array(length);
    for (let i = 0; i < length; i++) all[i] = i * 31 + (i >> 9) * 7;
    return all;
  };
  const large = {
    PNG: () =>
      encode({
        width: side,
        height: side,
        channels: 1,
        data: values(side ** 2),
      }),
    JPEG: () =>
      new Uint8Array(
        encodeJpeg({
          width: side,
          height: side,
          data: values(4 * side ** 2),
        }).data,
      ),
  };
  /** Calls back after some turns of the event loop. */
  const afterTurns = (count: number, act: () => void): NodeJS.Immediate =>
    setImmediate(() => (count === 0 ? act() : afterTurns(count - 1, act)));

  test.each([
    ['PNG', 'fast-png'],
    ['JPEG', 'jpeg-js'],
  ] as const)(
    'of 16 million pixels, %s, is left in the middle',
    async (format, library) => {
      const file = large[format]();
      const stop = new AbortController();
      const reason = new Error('enough');
      const decoding = decodeOnThread(stop.signal)(library, file, {});
      // A decoder on this thread would be done before the first of them.
      afterTurns(20, () => stop.abort(reason));
      expect(await rejection(decoding)).toMatchObject({ name: 'AbortError', cause: reason });

      const again = new AbortController();
      const reading = readImageFolder(await fileWith(file), { shape: [28, 28], signal: again.signal });
      const timer = setTimeout(() => again.abort(reason), 150);
      expect(await rejection(reading)).toBe(reason);
      clearTimeout(timer);
    },
    120_000,
  );

  test.each([
    ['fast-png', { checkCrc: true }, () => bytes(golden.png[1].file)],
    ['jpeg-js', { useTArray: true, formatAsRGBA: false }, () => bytes(golden.jpeg[1].file)],
  ] as const)('has the pixels that %s gives on this thread', async (library, options, file) => {
    const [here, there] = await Promise.all(
      [decodeHere, decodeOnThread(undefined)].map((decode) => decode(library, file(), options)),
    );
    expect(there.width).toBe(here.width);
    expect(Buffer.from(there.data.buffer)).toEqual(Buffer.from(here.data.buffer));
  });

  test('that is broken is refused by its name, in the library’s words', async () => {
    const file = encodeJpeg({ width: 600, height: 600, data: Buffer.alloc(4 * 600 ** 2, 3) }).data;
    const cut = Buffer.concat([file.subarray(0, file.length >> 1), Buffer.of(0xff, 0xd9)]);
    const path = await fileWith(cut);
    expect(await rejection(readImageFolder(path))).toMatchObject({ path, problem: 'damaged' });
    const error = await rejection(decodeOnThread(undefined)('jpeg-js', Buffer.from('no'), {}));
    expect(error).toMatchObject({ message: expect.stringContaining('SOI not found') as unknown });
  });

  test('is read like a small one', async () => {
    const data = values(600 ** 2);
    const file = encode({ width: 600, height: 600, channels: 1, data });
    const read = await readImageFolder(await fileWith(file));
    expect(Buffer.compare(read.data.data, data)).toBe(0);
  });
});

describe('a bomb', () => {
  test('of pixels is refused before it is decoded', async () => {
    const file = grey(1);
    new DataView(file.buffer, file.byteOffset).setUint32(16, 1 << 30);
    const error = await rejection(readImageFolder(await fileWith(file)));
    expect(error).toMatchObject({ problem: 'too-large' });
  });

  test('of data is refused before they are all unpacked', async () => {
    const small = grey(1);
    const data = deflateSync(Buffer.alloc(64 << 20), { level: 9 });
    const chunk = Buffer.alloc(12 + data.length);
    chunk.writeUInt32BE(data.length);
    chunk.write('IDAT', 4, 'latin1');
    data.copy(chunk, 8);
    const file = Buffer.concat([small.subarray(0, 33), chunk, small.subarray(small.length - 12)]);
    const error = await rejection(readImageFolder(await fileWith(file)));
    expect((error as Error).message).toContain('more data than its 2 × 3 pixels need');
  });
});
