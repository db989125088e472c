import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchMnist, datasetChecksum } from '@tenfold/datasets';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

import { browserBundle } from '../src/bundles/bundle.js';
import { CHROMIUM_ARGS, findChromium } from '../src/bundles/chromium.js';
import { fitAll, trainDigits } from '../src/bundles/fits.js';
import { serve } from '../src/bundles/serve.js';

const executablePath = findChromium();
if (executablePath === undefined) console.log('skipped: no chromium on PATH to run the browser’s build in');
// A machine that checks every change is expected to have one.
const inBrowser = executablePath === undefined && !process.env.CI ? describe.skip : describe;

const ROWS = 2000;
const data = join(dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')), 'data');
const packed = (name) => readFileSync(join(data, `${name}.gz`));

let bundle;
beforeAll(async () => {
  bundle = await browserBundle('page.js');
});

test('a bundle for browsers is made of nothing that needs Node', () => {
  expect(bundle.inputs.filter((path) => /node:|\/node\//.test(path.replaceAll('node_modules', '')))).toEqual(
    [],
  );
  expect(bundle.inputs.some((path) => path.endsWith('datasets/dist/browser.js'))).toBe(true);
  expect(bundle.code.length).toBeLessThan(720_000);
});

inBrowser('in a browser', () => {
  let browser;
  let expected;
  let files;
  let mnist;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
    mnist = await fetchMnist();
    const images = mnist.data.rowRange(0, ROWS).data;
    const labels = mnist.target.subarray(0, ROWS);
    expected = await fitAll(2, { images, labels });
    files = {
      images,
      labels,
      trainImages: packed('train-images-idx3-ubyte'),
      trainLabels: packed('train-labels-idx1-ubyte'),
      testImages: packed('t10k-images-idx3-ubyte'),
      testLabels: packed('t10k-labels-idx1-ubyte'),
    };
  });
  afterAll(() => browser?.close());

  describe.each([
    ['that may share memory', true],
    ['that may not', false],
  ])('on a page %s', (_what, isolated) => {
    let server;
    let page;
    const problems = [];
    beforeAll(async () => {
      server = await serve({ script: bundle.code, files, isolated });
      page = await browser.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(server.url);
    });
    afterAll(async () => {
      await page?.close();
      server?.close();
    });

    test('is so', async () => {
      expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(isolated);
    });

    test.each([1, 2])('the weights are Node’s to the bit with %d threads', async (threads) => {
      expect(await page.evaluate((threads) => globalThis.fitAll(threads), threads)).toEqual(expected);
      expect(page.workers()).toHaveLength(isolated ? threads : 0);
    });

    test('they are so in a worker, which has threads of its own', async () => {
      expect(await page.evaluate(() => globalThis.fitInWorker(2))).toEqual(expected);
    });

    test('a run is trained, written to files and read again', async () => {
      expect(await page.evaluate(() => globalThis.trainDigits())).toEqual(await trainDigits());
    });

    test('MNIST comes from its gzipped files', async () => {
      expect(await page.evaluate(() => globalThis.mnistChecksum())).toBe(await datasetChecksum(mnist));
    });

    test('nothing goes wrong unseen', () => {
      expect(problems).toEqual([]);
    });
  });
});
