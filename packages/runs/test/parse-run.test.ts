import { describe, expect, test } from '@jest/globals';
import { loadDigits, parseTable } from '@tenfold/datasets';
import { Matrix } from '@tenfold/linalg';

import * as browser from '../src/browser.js';
import {
  newestFirst,
  parseRun,
  runFiles,
  splitDataset,
  toRunDataset,
  trainOn,
  UnreadableRunError,
} from '../src/index.js';
import { exampleMetrics } from './example.js';

const place = { name: 'one', folder: 'memfs:/runs/one' };

describe('parseRun', () => {
  test('reads back what runFiles wrote, as text or as bytes, with the model or without', async () => {
    const table = parseTable('x,y\n1,a\n2,a\n3,b\n4,b\n', { target: 'y', name: 'letters' });
    const dataset = await toRunDataset(table);
    const outcome = await trainOn(dataset, {
      split: { testSize: 0, randomState: 0 },
      estimator: { name: 'LogisticRegression', params: {} },
    });
    const files = runFiles(outcome, new Date('2026-03-05T14:02:09.000Z'));
    const bytes = (text: string) => new TextEncoder().encode(text);
    const metricsJson = files['metrics.json'];

    const run = parseRun({ ...place, metricsJson });
    expect(run).toEqual({
      ...place,
      created: '2026-03-05T14:02:09.000Z',
      result: { ...outcome.result, run: place.folder },
    });
    const modelJson = bytes(files['model.json']);
    const { model, ...rest } = parseRun({ ...place, metricsJson: bytes(metricsJson), modelJson });
    expect(rest).toEqual(run);
    expect(model.toJSON().tensors).toEqual(outcome.model.toJSON().tensors);
    expect(model.predict([[1], [4]])).toEqual(['a', 'b']);
  });

  test.each([
    ['metrics.json is missing', { metricsJson: undefined }],
    ['metrics.json: ', { metricsJson: '{' }],
    ['metrics.json: accuracy: expected', { metricsJson: exampleMetrics({ accuracy: 'high' }) }],
    ['metrics.json: ', { metricsJson: Uint8Array.of(0x7b, 0xff, 0x7d) }],
    ['model.json is missing', { metricsJson: exampleMetrics(), modelJson: undefined }],
    ['model.json: ', { metricsJson: exampleMetrics(), modelJson: '[1]' }],
  ])('says what is wrong and with which file: %s', (reason, files) => {
    const parse = () => parseRun({ ...place, ...files });
    expect(parse).toThrow(UnreadableRunError);
    expect(parse).toThrow(`memfs:/runs/one is not a run: ${reason}`);
  });
});

test('newestFirst orders by time, then by name from the end', () => {
  const run = (name: string, created: string) =>
    parseRun({ name, folder: name, metricsJson: exampleMetrics({ created }) });
  const runs = [
    run('a', '2026-01-01T00:00:00.000Z'),
    run('b', '2026-01-01T00:00:00.000Z'),
    run('c', '2026-01-02T00:00:00.000Z'),
  ];
  expect(runs.sort(newestFirst).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
});

describe('toRunDataset', () => {
  test('knows what the pixels of a named data set go to, also of its part', async () => {
    const digits = loadDigits();
    const whole = await toRunDataset(digits);
    expect(whole).toMatchObject({ name: 'digits', imageShape: [8, 8], maximum: 16 });
    const data = digits.data.subMatrix(0, 1, 0, 63);
    const part = { ...digits, data: Matrix.mul(data, 0.5), target: digits.target.subarray(0, 2) };
    expect((await toRunDataset(part)).maximum).toBe(16);
    expect((await toRunDataset({ ...part, name: 'own' })).maximum).toBeLessThan(16);
    expect(splitDataset(whole, { testSize: 0.25, randomState: 0 }).test?.rows).toHaveLength(450);
  });

  test('takes the maximum of a table, whatever its name', async () => {
    const table = parseTable('x,y\n1,a\n40,b\n', { target: 'y', name: 'digits' });
    expect(await toRunDataset(table)).toMatchObject({ imageShape: null, maximum: 40 });
  });
});

test('the entry for browsers has no name that the one for Node has not', async () => {
  const node = await import('../src/index.js');
  expect(Object.keys(node)).toEqual(expect.arrayContaining(Object.keys(browser)));
});
