import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { LineSearch } from '../src/lbfgs/line-search.js';

interface GoldenSearch {
  function: string;
  start: [step: number, value: number, slope: number];
  trials: [step: number, value: number, slope: number][];
  end: number;
  over: boolean;
}

const { searches } = JSON.parse(readFileSync(new URL('golden/lbfgs.json', import.meta.url), 'utf8')) as {
  searches: GoldenSearch[];
};

describe('LineSearch makes the trials of dcsrch', () => {
  test.each(searches.map((search) => [search.function, search.trials[0][0], search] as const))(
    'function %s from step %d',
    (_, first, { start, trials, end, over }) => {
      const search = new LineSearch(first, start[1], start[2]);
      const steps: number[] = [];
      const ends = trials.map(([, value, slope]) => {
        steps.push(search.step);
        return search.advance(value, slope);
      });
      steps.forEach((step, i) => expect(step / trials[i][0]).toBeCloseTo(1, 9));
      expect(ends).toEqual(trials.map((_, i) => over && i === trials.length - 1));
      expect(search.step / end).toBeCloseTo(1, 9);
    },
  );

  test('a search that is over has found a sufficient decrease', () => {
    for (const { start, trials, over } of searches) {
      const [step, value] = trials[trials.length - 1];
      expect(over).toBe(true);
      expect(value).toBeLessThanOrEqual(start[1] + 1e-3 * step * start[2]);
    }
  });
});
