import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { matrixRows } from '../src/host/export/csv.js';
import { mistakes } from '../src/host/export/mistakes.js';
import { normalizeCounts } from '../src/host/export/normalize.js';
import { parsePictureChoices } from '../src/host/export/picture-kinds.js';
import { cellRows } from '../src/host/panels/cell-rows.js';
import { comparedJobs, jobRow } from '../src/host/panels/compared-rows.js';
import { curveUpdate } from '../src/host/panels/curve-update.js';
import { stateKey } from '../src/protocol/webviews/training-curve.js';
import { pageHtml } from '../src/host/webview/page-html.js';
import { runFolderName, runTitle } from '../src/host/runs/run-title.js';
import { Jobs } from '../src/host/training/jobs.js';
import { matrixOutput } from '../src/protocol/notebook.js';
import type { Evaluation } from '../src/protocol/training.js';

const evaluation: Evaluation = {
  facts: { name: 'x', rows: 10, columns: 4, imageShape: [2, 2], maximum: 16, classes: ['a', 'b'] },
  classes: ['a', 'b'],
  rows: Uint32Array.of(3, 5, 8, 9),
  trainRows: Uint32Array.of(0, 1, 2, 4, 6, 7),
  actual: Uint16Array.of(0, 0, 1, 0),
  predicted: Uint16Array.of(1, 0, 0, 1),
  top: Uint16Array.of(1, 0, 0, 1, 0, 1, 1, 0),
  probabilities: Float32Array.of(0.75, 0.25, 1, 0, 0.5, 0.5, 0.875, 0.125),
  reading: {},
};

describe('the rows behind a cell', () => {
  test('are those of one class that were taken for one', () => {
    const found = cellRows(evaluation, 'a', 'b', 0, 10);
    expect([found.total, [...found.rows], [...found.top]]).toEqual([2, [3, 9], [1, 0, 1, 0]]);
    expect(found.probabilities).toEqual(Float32Array.of(0.75, 0.25, 0.875, 0.125));
  });

  test('come in pages', () => {
    expect([...cellRows(evaluation, 'a', 'b', 1, 1).rows]).toEqual([9]);
    expect(cellRows(evaluation, 'a', 'b', 5, 1).total).toBe(2);
  });

  test('come without probabilities of a model that has none', () => {
    const bare = { ...evaluation, top: evaluation.predicted, probabilities: null };
    expect(cellRows(bare, 'a', 'b', 0, 10)).toMatchObject({ top: Uint16Array.of(1, 1), probabilities: null });
    expect(mistakes(bare, 1)).toEqual([{ row: 3, actual: 'a', predicted: 'b', confidence: undefined }]);
  });

  test('of a class that the model does not know are none', () => {
    expect(cellRows(evaluation, 'a', undefined, 0, 10).total).toBe(0);
    expect(cellRows(evaluation, 'c', 'a', 0, 10).total).toBe(0);
  });

  test('the surest mistakes come first', () => {
    expect(mistakes(evaluation, 2)).toEqual([
      { row: 9, actual: 'a', predicted: 'b', confidence: 0.875 },
      { row: 3, actual: 'a', predicted: 'b', confidence: 0.75 },
    ]);
  });
});

describe('CSV', () => {
  test('of a matrix has its classes around it', () => {
    expect(
      matrixRows(
        ['x', 'y'],
        normalizeCounts(
          [
            [3, 1],
            [0, 0],
          ],
          'actual',
        ),
      ),
    ).toEqual([
      ['actual \\ predicted', 'x', 'y'],
      ['x', 0.75, 0.25],
      ['y', 0, 0],
    ]);
  });
});

describe('the argument of exportPicture', () => {
  test('is taken as far as it goes', () => {
    expect(parsePictureChoices(undefined)).toEqual({});
    expect(parsePictureChoices({ run: 'file:///r', what: 'weights', format: 'png' })).toEqual({
      what: 'weights',
      format: 'png',
    });
  });

  test.each([{ what: 'secrets' }, { format: 'exe' }, { to: 7 }, { what: 'weights', format: 'csv' }])(
    'may not be %j',
    (argument) => {
      expect(() => parsePictureChoices(argument)).toThrow(TypeError);
    },
  );
});

/** What logistic regression reports. */
const figures = [
  { name: 'loss', label: 'loss', scale: 'linear' },
  { name: 'gradNorm', label: 'gradient norm', scale: 'logarithmic' },
] as const;

const point = (iteration: number) => ({
  problem: 0,
  iteration,
  figures: { loss: 1 },
  seconds: iteration / 10,
});
const never = new AbortController().signal;

describe('the news of a job', () => {
  test('come at once when there are some', async () => {
    const job = new Jobs().add('lbfgs on digits', figures);
    job.tell({ phase: 'fitting', problems: 1, points: [point(1), point(2)] });
    const news = await curveUpdate(job, 1, stateKey(job.state), never);
    expect(news.points.map(({ iteration }) => iteration)).toEqual([2]);
  });

  test('are waited for when there are none', async () => {
    const job = new Jobs().add('lbfgs on digits', figures);
    const waiting = curveUpdate(job, 0, stateKey(job.state), never);
    job.end({ kind: 'done', run: 'file:///r', accuracy: 0.5 });
    expect((await waiting).state).toEqual({ kind: 'done', run: 'file:///r', accuracy: 0.5 });
  });

  test('end when nobody waits any more', async () => {
    const job = new Jobs().add('lbfgs on digits', figures);
    const controller = new AbortController();
    const waiting = curveUpdate(job, 0, stateKey(job.state), controller.signal);
    controller.abort(new Error('closed'));
    await expect(waiting).rejects.toThrow('closed');
  });

  test('say that a job is lost which this window does not know', async () => {
    expect((await curveUpdate(undefined, 3, null, never)).state.kind).toBe('lost');
  });

  test('come in parts when there are very many', async () => {
    const job = new Jobs().add('lbfgs on digits', figures);
    job.tell({ phase: 'fitting', problems: 1, points: Array.from({ length: 2500 }, (_, i) => point(i)) });
    const first = await curveUpdate(job, 0, null, never);
    expect([first.points.length, first.hasMore]).toEqual([2000, true]);
    const second = await curveUpdate(job, 2000, null, never);
    expect([second.points.length, second.hasMore]).toEqual([500, false]);
  });
});

describe('solvers that are compared', () => {
  test('are the jobs of the plan that came after it was made', () => {
    const jobs = new Jobs();
    const before = jobs.add('lbfgs on digits', []);
    const lbfgs = jobs.add('lbfgs on digits', []);
    const plan = ['lbfgs on digits', 'liblinear on digits'];
    const source = { kind: 'solvers' as const, title: 'digits', plan, after: before.id };
    expect(comparedJobs(source, jobs)).toEqual([lbfgs, undefined]);
    lbfgs.tell({ phase: 'fitting', problems: 1, points: [point(4)] });
    expect(jobRow(plan[0], lbfgs, false)).toMatchObject({ state: 'running', seconds: 0.4, iterations: 4 });
    lbfgs.end({ kind: 'failed', message: 'no' });
    expect(jobRow(plan[0], lbfgs, false)).toMatchObject({ state: 'failed', note: 'no' });
    expect(jobRow(plan[1], undefined, false).state).toBe('waiting');
    expect(jobRow(plan[1], undefined, true).state).toBe('missing');
  });
});

describe('a page', () => {
  test('lets nothing in but its own script and style, whatever names say', () => {
    const hostile = '"><script>alert(1)</script>';
    const html = pageHtml(
      { name: 'report', title: hostile, source: { run: hostile } },
      {
        language: 'de',
        texts: { 'Try Again': '"><img src=x>' },
        cspSource: 'https://x.test',
        nonce: 'abc',
        address: (file) => `https://x.test/${file}?"`,
      },
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/unsafe|'self'|\*/);
  });
});

const NO_DATE = '2026-13-05T14-02-09Z-x-logistic-regression';

test.each([
  ['file:///a/b%20c', 'b c', 'b c'],
  ['file:///a/b/', 'b', 'b'],
  ['file:///a/%zz', '%zz', '%zz'],
  [`file:///a/${NO_DATE}`, NO_DATE, NO_DATE],
  ['file:///a/mnist at 14:02', 'mnist at 14:02', 'mnist at 14:02'],
])('the folder of %s is called %s, and in titles %s', (run, name, title) => {
  expect(runFolderName(run)).toBe(name);
  expect(runTitle(run)).toBe(title);
});

test('a run without a name of its own is called by its data set and the time of day', () => {
  const when = new Date(2026, 2, 5, 9, 7, 30);
  const stamp = when.toISOString().slice(0, 19).replaceAll(':', '-');
  expect(runTitle(`file:///a/${stamp}Z-my-data-csv-logistic-regression`)).toBe('my-data-csv · 09:07');
  expect(runTitle(`file:///a/${stamp}Z-mnist-kneighbors-classifier`)).toBe('mnist · 09:07');
  expect(runTitle(`file:///a/${stamp}Z-mnist-logistic-regression-2/`)).toBe('mnist · 09:07');
});

test.each([
  { classes: [], confusionMatrix: [] },
  { classes: ['a'], confusionMatrix: [[1, 2]] },
  { classes: ['a', 'b'], confusionMatrix: [[1, 2]] },
  { classes: ['a'], confusionMatrix: [[-1]] },
  { classes: [{}], confusionMatrix: [[1]] },
  'matrix',
  null,
])('a notebook’s output %j is no confusion matrix', (output) => {
  expect(v.safeParse(matrixOutput, output).success).toBe(false);
});
