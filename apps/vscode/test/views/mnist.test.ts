import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OutsideError } from '@tenfold/core';
import { MNIST_FILES, mnistFileNames } from '@tenfold/datasets';

import { downloadMnist } from '../../src/host/views/mnist/download-mnist.js';
import { findMnist } from '../../src/host/views/mnist/find-mnist.js';
import { readMnistFiles } from '../../src/node/mnist-files.js';

describe('downloadMnist', () => {
  const content = [Buffer.from('labels'.repeat(20)), Buffer.alloc(200_000, 'images')];
  const files = content.map((bytes, i) => ({
    name: `file-${i}.gz`,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const packed = content.map((bytes) => gzipSync(bytes));
  let server: Server;
  let mirror: string;
  let asked: string[];
  let answers: Map<string, Buffer | 'never'>;

  beforeEach(async () => {
    asked = [];
    answers = new Map(packed.map((bytes, i) => [`/good/file-${i}.gz`, bytes]));
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const answer = answers.get(url);
      if (answer === undefined) response.writeHead(404).end();
      else if (answer === 'never') response.writeHead(200).write('x');
      else response.end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const download = async (
    folders: string[],
    { here = [] as string[], signal = new AbortController().signal } = {},
  ) => {
    const written = new Map<string, Uint8Array>();
    let received = 0;
    await downloadMnist({
      files,
      mirrors: folders.map((folder) => `${mirror}/${folder}/`),
      signal,
      has: (name) => Promise.resolve(here.includes(name)),
      write: (name, bytes) => Promise.resolve(void written.set(name, bytes)),
      onBytes: (bytes) => (received = bytes),
    });
    return { written, received };
  };

  test('writes what the mirror has, as it came, and tells how many bytes', async () => {
    const { written, received } = await download(['good']);
    expect([...written.keys()]).toEqual(['file-0.gz', 'file-1.gz']);
    expect(Buffer.from(written.get('file-1.gz')!)).toEqual(packed[1]);
    expect(received).toBe(packed[0].length + packed[1].length);
  });

  test('goes on to the next mirror, and does not ask for what is there', async () => {
    const { written } = await download(['none', 'good'], { here: ['file-1.gz'] });
    expect([...written.keys()]).toEqual(['file-0.gz']);
    expect(asked).toEqual(['/none/file-0.gz', '/good/file-0.gz']);
  });

  test('takes no other file, and nothing that is too long', async () => {
    answers.set('/good/file-0.gz', gzipSync(Buffer.from('others')));
    answers.set('/long/file-0.gz', randomBytes(1000));
    await expect(download(['good', 'long'])).rejects.toThrow(
      /file-0\.gz could not be downloaded .*it sent another file; .*it sent more than the file has/,
    );
    await expect(download(['none'])).rejects.toBeInstanceOf(OutsideError);
  });

  test('stops at once, with the reason of whoever stops it', async () => {
    answers.set('/good/file-0.gz', 'never');
    const stop = new AbortController();
    const reason = new Error('stopped');
    setTimeout(() => stop.abort(reason), 50);
    await expect(download(['good', 'good'], { signal: stop.signal })).rejects.toBe(reason);
    expect(asked).toEqual(['/good/file-0.gz']);
  });
});

describe('findMnist', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenfold-mnist-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const find = () =>
    findMnist({
      dataHomes: [join(folder, 'home')],
      extension: join(folder, 'extension'),
      join,
      exists: (file) =>
        stat(file).then(
          (found) => found.isFile(),
          () => false,
        ),
    });

  const put = async (place: string, name: (names: readonly string[]) => string, files = MNIST_FILES) => {
    await mkdir(join(folder, place), { recursive: true });
    for (const file of files) await writeFile(join(folder, place, name(mnistFileNames(file))), '');
  };

  test('is missing when a file is', async () => {
    expect(await find()).toBe('missing');
    await put('extension', ([packed]) => packed, MNIST_FILES.slice(1));
    expect(await find()).toBe('missing');
  });

  test('comes with the extension, unless the data home has it', async () => {
    await put('extension', ([packed]) => packed);
    expect(await find()).toBe('extension');
    await put('home/MNIST/raw', (names) => names[3]);
    expect(await find()).toBe('dataHome');
  });

  test('knows both spellings', () => {
    expect(mnistFileNames(MNIST_FILES[0])).toEqual([
      't10k-labels-idx1-ubyte',
      't10k-labels.idx1-ubyte',
      't10k-labels-idx1-ubyte.gz',
      't10k-labels.idx1-ubyte.gz',
    ]);
  });

  test('is read from its own folder before the data home itself, where another data set may have files of its names', async () => {
    for (const place of ['home', 'home/mnist']) {
      await mkdir(join(folder, place), { recursive: true });
      for (const { name, key } of MNIST_FILES) await writeFile(join(folder, place, name), `${place} ${key}`);
    }
    const files = await readMnistFiles([join(folder, 'home')]);
    const texts = Object.entries(files).map(([key, bytes]: [string, Uint8Array]) => [
      key,
      new TextDecoder().decode(bytes),
    ]);
    expect(texts.sort()).toEqual(MNIST_FILES.map(({ key }) => [key, `home/mnist ${key}`]).sort());
    await expect(readMnistFiles([join(folder, 'nowhere')])).rejects.toThrow(OutsideError);
  });
});
