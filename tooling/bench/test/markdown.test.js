import { describe, expect, test } from '@jest/globals';

import { against } from '../src/line.js';
import { replaceGenerated, resultsAsMarkdown, table } from '../src/markdown.js';
import { merge } from '../src/results.js';
import { summarize } from '../src/statistics.js';

const results = (lines, failures = []) => ({
  format: 1,
  quick: false,
  machine: { Node: '20.0.0' },
  lines,
  failures,
});

const measured = {
  row: 'loss-gradient',
  ...against({
    work: 'loss + gradient',
    peer: 'scikit-learn',
    ours: summarize([0.01]),
    theirs: summarize([0.1]),
    atLeast: 7,
    aim: 12,
    note: 'equal',
  }),
};

describe('the table', () => {
  test('keeps a cell a cell', () => {
    expect(table(['a', 'b'], [['x | y', 'two\nlines']])).toBe(
      '| a | b |\n| --- | --- |\n| x \\| y | two lines |',
    );
  });

  test('holds ours and the peer, the ratio, what was to reach, and whether it was', () => {
    expect(resultsAsMarkdown(results([measured]))).toContain(
      '| loss + gradient | scikit-learn [1] | 10 ms | 100 ms | 10× | 7× | 12× | yes |',
    );
  });

  test('tells below it what else is to be known', () => {
    const stored = { ...measured, note: undefined, stored: 'measured once, on a machine' };
    const failed = { ...measured, theirs: undefined, ratio: undefined, note: undefined, failure: 'no wheel' };
    const text = resultsAsMarkdown(results([measured, stored, failed]));
    expect(text).toContain('1. equal\n2. Stored: measured once, on a machine\n3. It does not run: no wheel');
  });

  test('lists what did not run', () => {
    const text = resultsAsMarkdown(results([], [{ row: 'gemm-1024', name: 'jax-js', reason: 'no floats' }]));
    expect(text).toContain('| gemm-1024 | jax-js | no floats |');
  });
});

describe('the page', () => {
  test('gets the generated part at its end at first, then in its place', () => {
    const first = replaceGenerated('# Benchmarks\n\nWords.\n', 'ONE');
    const second = replaceGenerated(`${first}\nMore words.\n`, 'TWO');
    expect(first).toMatch(/^# Benchmarks\n\nWords\.\n\n<!--.*-->\n\nONE\n\n<!--.*-->\n$/);
    expect(second).toBe(`${first.replace('ONE', 'TWO')}\nMore words.\n`);
  });
});

describe('merging with an earlier run', () => {
  const order = ['loss-gradient', 'digits', 'threads'];
  const row = (name, work) => ({ ...measured, row: name, work });

  test('keeps the rows that were left out, in the order of the table', () => {
    const before = results([row('loss-gradient', 'old'), row('digits', 'old'), row('threads', 'old')]);
    const now = results([row('digits', 'new')]);
    const { lines } = merge(now, before, ['digits'], order);
    expect(lines.map(({ row: name, work }) => [name, work])).toEqual([
      ['loss-gradient', 'old'],
      ['digits', 'new'],
      ['threads', 'old'],
    ]);
  });

  test('keeps nothing of another machine, of other versions or of a quick run', () => {
    const now = results([row('digits', 'new')]);
    const old = results([row('threads', 'old')]);
    for (const before of [{ ...old, machine: { Node: '24.0.0' } }, { ...old, quick: true }, undefined]) {
      expect(merge(now, before, ['digits'], order).lines).toHaveLength(1);
    }
  });
});
