import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { DownloadError, fetchMnist, type MnistProgress } from '../src/index.js';
import { expectOriginal, fetchOne, quick, until } from './helpers/download.js';
import { emptyFolder, names, original, originals, quickFolderWithout, rejection } from './helpers/files.js';
import {
  type Answer,
  breaksAfter,
  mirror,
  ranged,
  sends,
  stallsAfter,
  status,
  whole,
} from './helpers/mirror.js';

const { testLabels, testImages } = names;

describe('a download', () => {
  test('of everything fills the folder; then nothing is asked again', async () => {
    const dataHome = join(await emptyFolder(), 'new', 'folder');
    const { url, seen } = await mirror(whole);
    const steps: MnistProgress[] = [];
    const options = { ...quick, dataHome, mirrors: [url] };
    const mnist = await fetchMnist({ ...options, onProgress: (step) => steps.push(step) });
    expect([mnist.data.rows, mnist.data.columns, mnist.target.length]).toEqual([70_000, 784, 70_000]);
    const files = Object.values(names).map((name) => `${name}.gz`);
    expect((await readdir(join(dataHome, 'mnist'))).sort()).toEqual(files.sort());
    expect(seen).toHaveLength(4);

    const last = steps.filter(({ phase }) => phase === 'verifying');
    expect(last.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(last.map(({ filesDone, filesTotal }) => [filesDone, filesTotal])).toEqual(
      [0, 1, 2, 3].map((n) => [n, 4]),
    );
    for (const step of steps) expect(step.received).toBeLessThanOrEqual(step.total ?? 0);

    await fetchMnist({ ...options, onProgress: () => expect('progress').toBe('none') });
    expect(seen).toHaveLength(4);
  });

  test('requests only what is missing', async () => {
    const { seen, fetching, target } = await fetchOne(testLabels, [whole]);
    await fetching;
    expect(seen.map(({ path }) => path)).toEqual([`/mnist/${testLabels}.gz`]);
    await expectOriginal(target, testLabels);
  });

  test('resumes where the connection broke, repeatedly', async () => {
    const answers = [breaksAfter(700_000), breaksAfter(500_000), ranged];
    const { seen, fetching, target } = await fetchOne(testImages, answers);
    await fetching;
    const [first, second, third] = seen.map(({ range }) => Number(range?.slice(6, -1) ?? 0));
    expect(first).toBe(0);
    // When a connection breaks, fetch drops what it has not passed on yet.
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThanOrEqual(700_000);
    expect(third).toBeGreaterThan(second);
    expect(third).toBeLessThanOrEqual(second + 500_000);
    expect(seen.map(({ ifRange }) => ifRange)).toEqual([undefined, '"v1"', '"v1"']);
    await expectOriginal(target, testImages);
  });

  test('starts again where a server does not support Range', async () => {
    const { seen, fetching, target } = await fetchOne(testImages, [breaksAfter(700_000), whole]);
    await fetching;
    expect(seen[1].range).toMatch(/^bytes=[1-9]\d*-$/);
    await expectOriginal(target, testImages);
  });

  test('resumes in a later call after every attempt broke off', async () => {
    const { dataHome, folder, seen, url, fetching, target } = await fetchOne(
      testImages,
      [breaksAfter(700_000), status(503), ranged],
      { retries: 1 },
    );
    expect(await rejection(fetching)).toBeInstanceOf(DownloadError);
    expect(await readdir(folder)).toEqual([`${testImages}.gz.part`]);
    const { size } = await stat(join(folder, `${testImages}.gz.part`));
    expect(size).toBeGreaterThan(0);
    await fetchMnist({ ...quick, dataHome, mirrors: [url] });
    expect(seen[2].range).toBe(`bytes=${size}-`);
    await expectOriginal(target, testImages);
  });

  test('begins anew when what an earlier process left is of another file', async () => {
    const dataHome = await quickFolderWithout(testLabels);
    const folder = join(dataHome, 'mnist');
    await mkdir(folder);
    for (const [left, answers] of [
      [Buffer.alloc(1000, 7), 2],
      [Buffer.alloc(9000, 7), 2],
      [Buffer.alloc(200_000, 7), 1],
    ] as const) {
      await writeFile(join(folder, `${testLabels}.gz.part`), left);
      const { url, seen } = await mirror(ranged);
      await fetchMnist({ ...quick, dataHome, mirrors: [url] });
      expect(seen).toHaveLength(answers);
      await expectOriginal(join(folder, `${testLabels}.gz`), testLabels);
      await rm(join(folder, `${testLabels}.gz`));
    }
  });

  test.each([408, 429, 500, 502, 503])('tries again after HTTP %i', async (code) => {
    const { seen, fetching, target } = await fetchOne(testLabels, [status(code), status(code), whole]);
    await fetching;
    expect(seen).toHaveLength(3);
    await expectOriginal(target, testLabels);
  });

  test('tries again when nothing comes', async () => {
    const { seen, fetching, target } = await fetchOne(testLabels, [stallsAfter(1000), ranged], {
      stallTimeout: 150,
    });
    await fetching;
    expect(seen).toHaveLength(2);
    await expectOriginal(target, testLabels);
  });

  test('waits for one that is slow but goes on', async () => {
    const slow: Answer = (response, bytes) => {
      response.writeHead(200, { 'content-length': bytes.length });
      void (async () => {
        for (let at = 0; at < bytes.length; at += 1000) {
          response.write(bytes.subarray(at, at + 1000));
          await sleep(120);
        }
        response.end();
      })();
    };
    const { seen, fetching } = await fetchOne(testLabels, [slow], { stallTimeout: 400 });
    await fetching;
    expect(seen).toHaveLength(1);
  });

  test('follows redirects', async () => {
    const { url } = await mirror(whole);
    const { seen, fetching, target } = await fetchOne(testLabels, [
      status(302, { location: `${url}${testLabels}.gz` }),
    ]);
    await fetching;
    expect(seen).toHaveLength(1);
    await expectOriginal(target, testLabels);
  });

  test('takes a response without a length, and a file that the server unpacks', async () => {
    const chunked: Answer = (response, bytes) => {
      response.write(bytes.subarray(0, 100));
      response.end(bytes.subarray(100));
    };
    const first = await fetchOne(testLabels, [chunked]);
    await first.fetching;
    await expectOriginal(first.target, testLabels);

    const packed = await original(testLabels);
    const second = await fetchOne(testLabels, [sends(packed, { 'content-encoding': 'gzip' })]);
    await second.fetching;
    expect(await readdir(second.folder)).toEqual([testLabels]);
  });

  test('requests the next mirror when one lacks the file', async () => {
    const bad = await mirror(status(404));
    const { seen, fetching, url } = await fetchOne(testLabels, [whole], {});
    await fetching;
    expect(seen).toHaveLength(1);
    const dataHome = await quickFolderWithout(testLabels);
    await fetchMnist({ ...quick, dataHome, mirrors: [bad.url, url] });
    expect(bad.seen).toHaveLength(1);
    expect(seen).toHaveLength(2);
  });

  test('never joins the pieces of two mirrors', async () => {
    const broken = await mirror(breaksAfter(700_000));
    const other = gzipSync(gunzipSync(await original(testImages)), { level: 1 });
    const { seen, fetching, target } = await fetchOne(testImages, [sends(other)]);
    await fetching;
    const dataHome = await quickFolderWithout(testImages);
    const { url } = await mirror(sends(other));
    await fetchMnist({ ...quick, dataHome, mirrors: [broken.url, url], retries: 0 });
    expect((await readFile(target)).equals(other)).toBe(true);
    expect(seen).toHaveLength(1);
  });
});

describe('two processes', () => {
  const built = pathToFileURL(fileURLToPath(new URL('../dist/index.js', import.meta.url))).href;

  function start(dataHome: string, url: string) {
    const script = `
      import { fetchMnist, datasetChecksum } from ${JSON.stringify(built)};
      const options = { dataHome: ${JSON.stringify(dataHome)}, mirrors: [${JSON.stringify(url)}], usePackage: false };
      console.log(await datasetChecksum(await fetchMnist(options)));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    child.stderr.on('data', (text) => (output += String(text)));
    const done = new Promise<string>((resolve) => child.on('close', () => resolve(output.trim())));
    return { child, done };
  }

  test('at once download each file once and get the same', async () => {
    const dataHome = await emptyFolder();
    const { url, seen } = await mirror(whole);
    const sums = await Promise.all([start(dataHome, url).done, start(dataHome, url).done]);
    expect(sums[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(sums[1]).toBe(sums[0]);
    expect(seen).toHaveLength(4);
    expect((await readdir(join(dataHome, 'mnist'))).sort()).toEqual((await readdir(originals)).sort());
  });

  test('one killed in the middle: the other resumes its download', async () => {
    const dataHome = await quickFolderWithout(testImages);
    const { url, seen } = await mirror(stallsAfter(700_000), ranged);
    const { child, done } = start(dataHome, url);
    const part = join(dataHome, 'mnist', `${testImages}.gz.part`);
    await until(async () => (await stat(part).catch(() => undefined))?.size === 700_000);
    child.kill('SIGKILL');
    await done;
    await fetchMnist({ ...quick, dataHome, mirrors: [url] });
    expect(seen[1].range).toBe('bytes=700000-');
    await expectOriginal(join(dataHome, 'mnist', `${testImages}.gz`), testImages);
  });
});
