import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { balancedAccuracyScore } from '../src/index.js';
import { averageOneVsOne, binaryAuc } from '../src/roc-auc-averages.js';
import { mean } from '../src/sums.js';

/** A typed array that counts how often one of its elements is read. */
function counted(values: Int32Array): { values: Int32Array; reads: () => number } {
  let reads = 0;
  const proxy = new Proxy(values, {
    get(array, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(array, key, array) as unknown;
    },
  });
  return { values: proxy, reads: () => reads };
}

const rows = fc
  .array(fc.record({ code: fc.nat(5), scores: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }) }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((all) => new Set(all.map(({ code }) => code)).size > 1);

test('the classes against each other: all labels are read twice, and the areas are those of the plainest loop', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('macro' as const, 'weighted' as const), (all, average) => {
      const codes = Int32Array.from(all, ({ code }) => code);
      const data = Float64Array.from(all.flatMap(({ scores }) => scores));
      const { values, reads } = counted(codes);
      const area = averageOneVsOne(values, { rows: all.length, columns: 6, data }, average);
      expect(reads()).toBe(2 * all.length);

      const present = [...new Set(codes)].sort((a, b) => a - b);
      const pairs = present.flatMap((a, k) => present.slice(k + 1).map((b) => [a, b]));
      const taken = pairs.map((pair) => all.filter(({ code }) => pair.includes(code)));
      const areas = pairs.map((pair, k) => {
        const [one, other] = pair.map((positive) =>
          binaryAuc(
            Uint8Array.from(taken[k], ({ code }) => Number(code === positive)),
            Float64Array.from(taken[k], ({ scores }) => scores[positive]),
          ),
        );
        return (one + other) / 2;
      });
      const prevalences = taken.map(({ length }) => length / all.length);
      expect(area).toBe(mean(areas, average === 'weighted' ? prevalences : undefined));
    }),
  );
});

test('recalls of as many classes as rows take no matrix of all pairs', () => {
  const labels = Int32Array.from({ length: 200_000 }, (_, i) => i);
  const predicted = labels.map((label) => (label % 4 === 0 ? 0 : label));
  expect(balancedAccuracyScore(labels, predicted)).toBeCloseTo(0.75, 4);
});
