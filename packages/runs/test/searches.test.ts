import { expect, test } from '@jest/globals';

import { parseRun, runFiles, toRunDataset, trainOn } from '../src/index.js';
import { parseTable } from '@tenfold/datasets';

const rows = Array.from({ length: 24 }, (_, i) => `${i % 7},${(i * 5) % 11},${i % 2 === 0 ? 'a' : 'b'}`);

/** A run of an estimator that chooses C itself, as its folder holds it. */
async function runOf(params: Record<string, unknown>) {
  const dataset = await toRunDataset(
    parseTable(['x,y,z', ...rows].join('\n'), { target: 'z', name: 'letters' }),
  );
  const outcome = await trainOn(dataset, {
    split: { testSize: 0, randomState: 0 },
    estimator: { name: 'logistic-regression-cv', params },
  });
  const files = runFiles(outcome, new Date(0));
  const { result } = parseRun({ name: 'one', folder: 'memfs:/one', metricsJson: files['metrics.json'] });
  return { result, report: files['report.html'] };
}

test('a run keeps the hyper-parameters that its estimator has chosen', async () => {
  const { result, report } = await runOf({ Cs: [0.25], cv: 2 });
  expect(result.bestParams).toEqual({ C: 0.25 });
  expect(result.nIter).toBeNull();
  expect(report).toContain('best C');
});

test('also when that is no penalty at all', async () => {
  const { result } = await runOf({ Cs: [Infinity], cv: 2 });
  expect(result.bestParams).toEqual({ C: 'Infinity' });
});
