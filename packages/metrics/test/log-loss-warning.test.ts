import { afterEach, describe, expect, test } from '@jest/globals';
import { caseJson } from '@tenfold/cases';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { logLoss, ProbabilityError, type ProbabilityWarning, rocAucScore } from '../src/index.js';
import { thrownBy } from './thrown-by.js';

interface RoundedCase {
  yTrue: string[];
  yProba: number[][];
  expected: number;
}

const rounded = caseJson<RoundedCase>('log-loss-rounded.json');

/** The loss, and the warnings that came with it. */
function lossOf(yTrue: string[], yProba: number[][]): { loss: number; warnings: ProbabilityWarning[] } {
  const warnings: ProbabilityWarning[] = [];
  const loss = logLoss(yTrue, yProba, { onWarning: (warning) => warnings.push(warning) });
  return { loss, warnings };
}

describe('log loss of rows that do not sum to one', () => {
  test('is the loss of the values as they are, with one warning', () => {
    const { loss, warnings } = lossOf(rounded.yTrue, rounded.yProba);
    expect(loss).toBeCloseTo(rounded.expected, 15);
    expect(warnings).toEqual([
      {
        kind: 'probability',
        row: 0,
        sum: expect.closeTo(0.9999, 12),
        count: 1,
        message: `logLoss: probabilities should sum to one, but row 0 sums to ${warnings[0].sum}; taken as they are`,
      },
    ]);
  });

  // scikit-learn 1.9.1: log_loss([0, 1, 2], rows) is 0.706754512066697, with a UserWarning.
  test('counts the rows and names the first', () => {
    const { loss, warnings } = lossOf(
      ['a', 'b', 'c', 'a'],
      [
        [0.2, 0.6, 0.2],
        [0.33, 0.33, 0.33],
        [0.1, 0.1, 0.8],
        [0.3, 0.3, 0.3],
      ],
    );
    expect(loss).toBeCloseTo(-Math.log(0.2 * 0.33 * 0.8 * 0.3) / 4, 14);
    expect(warnings).toMatchObject([{ row: 1, count: 2 }]);
    expect(warnings[0].message).toContain('but 2 rows do not; the first, row 1, sums to 0.99;');
  });

  test('warns of nothing where rows sum to one, or are one column', () => {
    expect(lossOf(rounded.yTrue, [[0.4, 0.3, 0.3], ...rounded.yProba.slice(1)]).warnings).toEqual([]);
    expect(logLoss([0, 1], [0.3, 0.9], { onWarning: fail })).toBeGreaterThan(0);
  });

  test.each([
    ['half of one', [0.25, 0.15, 0.1]],
    ['far from any rounding', [0.3, 0.3, 0.29]],
    ['one and a half', [0.5, 0.5, 0.5]],
    ['three', [1, 1, 1]],
    ['nothing at all', [0, 0, 0]],
  ])('takes them as they are, whatever the sum: %s', (_, row) => {
    const { loss, warnings } = lossOf(rounded.yTrue, [[0.4, 0.3, 0.3], [0.2, 0.6, 0.2], row]);
    const last = Math.min(Math.max(row[2], 2 ** -52), 1 - 2 ** -52);
    expect(loss).toBeCloseTo(-(Math.log(0.4) + Math.log(0.6) + Math.log(last)) / 3, 14);
    expect(warnings).toMatchObject([{ row: 2, count: 1, sum: row[0] + row[1] + row[2] }]);
  });

  test.each([
    ['below 0', [-0.1, 0.6, 0.5]],
    ['above 1', [1.0000001, 0, 0]],
  ])('refuses rows that are no probabilities: %s', (_, row) => {
    const error = thrownBy(logLoss, rounded.yTrue, [...rounded.yProba.slice(1), row], { onWarning: fail });
    expect(error).toBeInstanceOf(ProbabilityError);
    expect(error).toMatchObject({ row: 2 });
  });

  test('are refused by the area under the curve, as in scikit-learn', () => {
    const error = thrownBy(rocAucScore, rounded.yTrue, rounded.yProba, { multiClass: 'ovr' });
    expect(error).toBeInstanceOf(ProbabilityError);
  });
});

describe('without onWarning', () => {
  const process = globalThis.process;
  afterEach(() => {
    globalThis.process = process;
  });

  test('the process emits the warning', () => {
    const metrics = fileURLToPath(new URL('../dist/index.cjs', import.meta.url));
    const program = `
      const { logLoss } = require(${JSON.stringify(metrics)});
      process.on('warning', ({ name, message }) => console.log(name, message));
      logLoss([0, 1], [[0.33, 0.66], [0.5, 0.5]]);`;
    const printed = execFileSync(process.execPath, ['--no-warnings', '-e', program], { encoding: 'utf8' });
    expect(printed).toBe(
      'ProbabilityWarning logLoss: probabilities should sum to one, but row 0 sums to 0.99; taken as they are\n',
    );
  });

  test.each([undefined, {}])('nothing happens where process is %p, as in a browser', (stand) => {
    globalThis.process = stand as typeof process;
    const loss = logLoss(rounded.yTrue, rounded.yProba);
    globalThis.process = process;
    expect(loss).toBeCloseTo(rounded.expected, 15);
  });
});

function fail(): void {
  throw new Error('a warning where there should be none');
}
