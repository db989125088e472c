import { expect, test } from '@jest/globals';
import { LabelMismatchError } from '@tenfold/base';
import { caseBytes } from '@tenfold/cases';

import { LogisticRegression } from '../src/index.js';

test('a model of text scores the day on which all labels were numbers', async () => {
  const day1 = readTable('routes.csv');
  const day2 = readTable('routes-day2.csv');
  const model = await new LogisticRegression().fit(day1.X, day1.y);
  expect(model.classes).toEqual(['1A', '2', '3']);
  expect(model.score(day2.X, day2.y.map(Number))).toBe(1);
  expect(() =>
    model.score(
      day2.X,
      day2.y.map(() => true),
    ),
  ).toThrow(LabelMismatchError);
});

function readTable(name: string): { X: number[][]; y: string[] } {
  const [header, ...lines] = new TextDecoder().decode(caseBytes(name)).trim().split('\n');
  const target = header.split(',').indexOf('route');
  const rows = lines.map((line) => line.split(','));
  return {
    X: rows.map((row) => row.filter((_, i) => i !== target).map(Number)),
    y: rows.map((row) => row[target]),
  };
}
