import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import {
  DownloadError,
  fetchMnist,
  type FetchMnistOptions,
  FileError,
  type MnistProgress,
} from '../src/index.js';
import { expectOriginal, fetchOne, quick, until } from './helpers/download.js';
import { fileWith, folderWithout, names, rejection } from './helpers/files.js';
import { type Answer, breaksAfter, ranged, sends, stallsAfter, status } from './helpers/mirror.js';

const { testLabels, testImages } = names;

/** An address where nobody listens (any more). */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

describe('a download that fails', () => {
  const wrong = gzipSync(Buffer.alloc(10_008));
  const cases: [string, Answer[], number, string | RegExp][] = [
    ['HTTP 404', [status(404)], 1, 'HTTP 404'],
    ['HTTP 500 each time', [status(500)], 3, 'HTTP 500, 3 attempts'],
    ['wrong bytes', [sends(wrong)], 1, 'it sent another file'],
    ['a page of HTML', [sends(Buffer.from('<html>Please log in</html>'))], 1, 'it sent another file'],
    ['nothing at all', [sends(Buffer.alloc(0))], 1, 'it sent another file'],
    ['damaged gzip', [sends(Buffer.from(wrong).fill(0xff, 12))], 1, 'it sent another file'],
    ['far too many bytes', [sends(Buffer.alloc(500_000, 1))], 1, 'it sent more than the file has'],
    ['gzip that unfolds to far too much', [sends(gzipSync(Buffer.alloc(50e6)))], 1, 'it sent another file'],
    ['a redirect in a circle', [status(302, { location: `/mnist/${testLabels}.gz` })], 3, 'redirect'],
    [
      'another range than asked for',
      [
        breaksAfter(100),
        (response) => response.writeHead(206, { 'content-range': 'bytes 5-9/10' }).end('12345'),
      ],
      3,
      'another range',
    ],
  ];

  test.each(cases)('by %s says so and leaves no file', async (_, answers, attempts, message) => {
    const { folder, url, fetching, dataHome } = await fetchOne(testLabels, answers, { retries: 2 });
    const error = await rejection(fetching);
    expect(error).toBeInstanceOf(DownloadError);
    const { message: text, attempts: tried } = error as DownloadError;
    expect(tried).toHaveLength(attempts);
    expect(text).toMatch(message);
    expect(error).toMatchObject({
      kind: 'outside',
      file: `${testLabels}.gz`,
      folder,
      missing: [`${testLabels}.gz`],
    });
    expect(tried[0].url).toBe(`${url}${testLabels}.gz`);
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain(`download ${testLabels}.gz by hand and put it into ${folder}`);
    expect((await readdir(folder)).filter((name) => !name.endsWith('.part'))).toEqual([]);
    expect(await readdir(dataHome)).toHaveLength(4);
  });

  test('by a response shorter than its Content-Length', async () => {
    const short: Answer = (response, bytes) => {
      response.writeHead(200, { 'content-length': bytes.length + 10, connection: 'close' });
      response.end(bytes);
      response.socket?.end();
    };
    const { fetching } = await fetchOne(testLabels, [short], { retries: 0 });
    expect(await rejection(fetching)).toBeInstanceOf(DownloadError);
  });

  test('by a length that is too small is put right by the next attempt', async () => {
    const short: Answer = (response, bytes) => {
      response.writeHead(200, { 'content-length': 1000 }).end(bytes.subarray(0, 1000));
    };
    const { fetching, seen, target } = await fetchOne(testLabels, [short, ranged]);
    await fetching;
    expect(seen[1].range).toBe('bytes=1000-');
    await expectOriginal(target, testLabels);
  });

  test('by no server at all, or by no mirror', async () => {
    const dataHome = await folderWithout(testLabels, testImages);
    const refused = await rejection(
      fetchMnist({ ...quick, dataHome, mirrors: [await closedPort()], retries: 1 }),
    );
    expect(refused).toMatchObject({ missing: [`${testLabels}.gz`, `${testImages}.gz`] });
    expect((refused as Error).message).toMatch(/ECONNREFUSED.*, 2 attempts/);
    const none = await rejection(fetchMnist({ ...quick, dataHome, mirrors: [] }));
    expect((none as Error).message).toContain('there is no mirror to ask');
  });

  test('by a folder that cannot be made', async () => {
    const dataHome = await fileWith('a file');
    const error = await rejection(fetchMnist({ ...quick, dataHome, mirrors: [] }));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('a download that is stopped', () => {
  test.each([
    ['while it receives', stallsAfter(1000), {}],
    ['while it waits for an answer', () => undefined, {}],
    ['while it waits to try again', status(503), { retryDelay: 60_000 }],
  ] as [string, Answer, FetchMnistOptions][])(
    '%s ends at once and leaves nothing',
    async (_, answer, options) => {
      const control = new AbortController();
      const { folder, seen, fetching } = await fetchOne(testLabels, [answer], {
        ...options,
        signal: control.signal,
      });
      const stopped = rejection(fetching);
      await until(() => seen.length > 0);
      await sleep(50);
      const start = performance.now();
      control.abort(new Error('enough'));
      expect(await stopped).toEqual(new Error('enough'));
      expect(performance.now() - start).toBeLessThan(500);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('while it waits for another process does not disturb that one', async () => {
    let goOn: () => void = () => undefined;
    const held: Answer = (response, bytes) => {
      response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 10));
      goOn = () => response.end(bytes.subarray(10));
    };
    const { dataHome, folder, seen, fetching, url } = await fetchOne(testLabels, [held]);
    await until(() => seen.length > 0);
    const control = new AbortController();
    const phases: string[] = [];
    const { signal } = control;
    const onProgress = ({ phase }: MnistProgress) => phases.push(phase);
    const second = rejection(fetchMnist({ ...quick, dataHome, mirrors: [url], signal, onProgress }));
    await until(() => phases.length > 0);
    control.abort(new Error('enough'));
    expect(await second).toEqual(new Error('enough'));
    expect(phases).toEqual(['waiting']);
    goOn();
    await fetching;
    expect(await readdir(folder)).toEqual([`${testLabels}.gz`]);
    expect(seen).toHaveLength(1);
  });
});
