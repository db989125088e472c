import { expect, test } from '@jest/globals';
import type { FitWeights } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';
import { splitDataset } from '@tenfold/runs';
import { loadDigits } from 'tenfold';

import { HeldOut } from '../../src/worker/held-out.js';

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

test.each([
  ['a softmax model of ten classes', ALL, {}],
  ['ten models, each against the rest', ALL, { solver: 'liblinear' as const }],
  ['one model of two classes', [1, 8], { solver: 'liblinear' as const }],
])('%s does on held-out rows as it will at the end', async (_, classes, options) => {
  const all = loadDigits();
  const rows = Array.from(all.target.keys()).filter((row) => classes.includes(all.target[row]));
  const dataset = {
    ...all,
    name: 'digits',
    maximum: 16,
    checksum: 'none',
    data: all.data.selection(
      rows,
      Array.from({ length: 64 }, (_unused, j) => j),
    ),
    target: rows.map((row) => all.target[row]),
  };
  const split = splitDataset(dataset, { testSize: 0.25, randomState: 0 });
  if (split.test === null) throw new Error('nothing is held out');
  const heldOut = new HeldOut(split);
  const seen: number[] = [];
  let last: FitWeights | undefined;
  const model = await new LogisticRegression(options).fit(split.train.data, split.train.target, {
    onIteration({ weights }) {
      last = weights();
      seen.push(heldOut.accuracy(last) ?? NaN);
    },
  });
  expect(last?.coef).toHaveLength(classes.length === 2 ? 1 : 10);
  expect(seen.at(-1)).toBe(model.score(split.test.data, split.test.target));
  expect(Math.min(...seen)).toBeLessThan(1);
});
