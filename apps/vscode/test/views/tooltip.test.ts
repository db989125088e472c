import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { RunResult } from '../../src/protocol/training.js';
import { escapeMarkdown } from '../../src/host/views/escape-markdown.js';
import { runTooltip } from '../../src/host/views/run-tooltip.js';

const words = {
  dataset: 'Data set',
  estimator: 'Classifier',
  accuracy: { test: 'Accuracy', train: 'Accuracy on the training rows' },
  fit: 'Fit',
  iterations: 'Iterations',
  rows: 'Rows',
  notConverged: 'not converged',
};

const result: RunResult = {
  dataset: 'digits',
  split: { testSize: 0.25, randomState: 0, nTrain: 1347, nTest: 450 },
  model: { name: 'LogisticRegression', params: { solver: 'liblinear' } },
  classes: [0, 1],
  nIter: 12,
  converged: true,
  objective: 1,
  trainLogLoss: 0.1,
  accuracy: 0.95333333,
  accuracyOn: 'test',
  confusionMatrix: [
    [1, 0],
    [0, 1],
  ],
  seconds: { load: 0, fit: 0.4, predict: 0 },
  run: null,
};

describe('escapeMarkdown', () => {
  test('leaves words alone and escapes what would mean something', () => {
    expect(escapeMarkdown('digits größe 3')).toBe('digits größe 3');
    expect(escapeMarkdown('[x](command:y)')).toBe(String.raw`\[x\]\(command\:y\)`);
    expect(escapeMarkdown('<img src=x>')).toBe(String.raw`\<img src\=x\>`);
    expect(escapeMarkdown('a\n\n# b\u2028c')).toBe(String.raw`a \# b c`);
  });

  test('leaves no punctuation bare and no second line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~\n\r]/);
      }),
    );
  });
});

describe('runTooltip', () => {
  test('is a table of the figures', () => {
    const text = runTooltip({ name: 'first', created: 'today', result }, words);
    expect(text).toContain('**first**');
    expect(text).toContain(String.raw`| Accuracy | 0\.9533 |`);
    expect(text).toContain('| Iterations | 12 |');
  });

  test('says when the solver stopped at its limit, and when no rows were kept for testing', () => {
    const unfinished = { ...result, converged: false, accuracyOn: 'train' as const };
    const text = runTooltip({ name: 'first', created: 'today', result: unfinished }, words);
    expect(text).toContain(String.raw`| Iterations | 12 \(not converged\) |`);
    expect(text).toContain('| Accuracy on the training rows |');
  });

  test('leaves out iterations where there are none', () => {
    const knn = { name: 'KNeighborsClassifier', params: { weights: 'distance' } };
    const other = { ...result, model: knn, nIter: null, converged: null, objective: null };
    const text = runTooltip({ name: 'first', created: 'today', result: other }, words);
    expect(text).toContain(String.raw`| Classifier | knn \(distance\) |`);
    expect(text).not.toContain('Iterations');
  });

  test('is not broken by hostile names', () => {
    const hostile = '![x](https://evil.example/a.png) | <script> $(trash) `a`\n\n# Title';
    const text = runTooltip({ name: hostile, created: '', result: { ...result, dataset: hostile } }, words);
    expect(text).not.toMatch(/(?<!\\)[<`#$!]|\]\(/);
    expect(text.split('\n')).toHaveLength(11);
  });
});
