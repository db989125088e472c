import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import fc from 'fast-check';
import stringWidth from 'string-width';

import {
  confusionHeatmap,
  digitGrid,
  misclassifiedGallery,
  rocPlot,
  type Scene,
  solverComparison,
  toTerminal,
  trainingCurve,
} from '../src/index.js';
import { hostileTexts, smallMatrix, tutorialMatrix, twoDigits } from './support/samples.js';

const curve = { name: 'cat', fpr: [0, 0.5, 1], tpr: [0, 1, 1] };
const scenes: Record<string, Scene> = {
  digits: digitGrid(twoDigits, { labels: [0, 1] }),
  heatmap: confusionHeatmap(tutorialMatrix),
  words: confusionHeatmap(smallMatrix, { labels: ['a', 'a long name indeed', '日本語の分類'] }),
  roc: rocPlot([curve, { ...curve, name: 'dog', isAverage: true }]),
  training: trainingCurve([2.3, 1.1, 0.6, 0.4].map((loss, iteration) => ({ iteration, loss }))),
  solvers: solverComparison([
    { solver: 'lbfgs', seconds: 1, accuracy: 0.9 },
    { solver: 'liblinear', seconds: 10, accuracy: 0.91 },
  ]),
};

describe('toTerminal', () => {
  test.each(Object.entries(scenes))('%s in plain text as before', (_, scene) => {
    expect(toTerminal(scene)).toMatchSnapshot();
  });

  test.each(Object.entries(scenes))('%s is never wider than the terminal', (_, scene) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 200 }),
        fc.constantFrom('truecolor' as const, '256' as const, 'none' as const),
        (columns, color) => {
          for (const line of toTerminal(scene, { columns, color }).split('\n')) {
            expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['digits', 'heatmap', 'roc', 'training', 'solvers'])('%s without colours is ASCII', (name) => {
    expect(toTerminal(scenes[name])).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('draws two rows of pixels a line: the upper as ink, the lower as background', () => {
    const checks = digitGrid([[0, 255, 255, 0]]);
    const [first] = toTerminal(checks, { color: 'truecolor', title: false }).split('\n');
    // Two pixels wide, each eight characters: the first eight lines of pixels are all of the upper row.
    expect(first).toBe(
      `\u001b[48;2;0;0;0m\u001b[38;2;0;0;0m${'▀'.repeat(8)}\u001b[39m\u001b[49m` +
        `\u001b[48;2;255;255;255m\u001b[38;2;255;255;255m${'▀'.repeat(8)}\u001b[39m\u001b[49m`,
    );
    expect(toTerminal(checks, { color: '256', title: false })).toContain('\u001b[48;5;');
  });

  test('sends no escape sequence that came in a label', () => {
    const scene = confusionHeatmap(
      hostileTexts.map(() => hostileTexts.map(() => 1)),
      { labels: hostileTexts, title: hostileTexts[3] },
    );
    // eslint-disable-next-line no-control-regex -- what must not come through
    expect(toTerminal(scene)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(toTerminal(scene, { color: 'truecolor' })).not.toContain('\u001b[31m');
  });

  test.each([
    ['digits of 8 × 8', 64, 14],
    ['digits of 28 × 28', 784, 14],
  ])('puts five %s side by side in 80 columns', (_, pixels, width) => {
    const five = Array.from({ length: 5 }, (_unused, digit) =>
      Array.from({ length: pixels }, (_pixel, at) => (at * (digit + 3)) % 17),
    );
    const scene = digitGrid(five, { labels: [0, 1, 2, 3, 4] });
    const lines = toTerminal(scene, { title: false }).split('\n');
    expect(lines[0].match(/Training: \d/g)).toHaveLength(5);
    expect(lines).toHaveLength(1 + width / 2 + 1);
  });

  test('leaves a long title room, and draws images as large as it is wide', () => {
    const misses = [0, 1, 0].map((index) => ({ index, actual: index, predicted: 7 }));
    const text = toTerminal(misclassifiedGallery(misses, twoDigits), { title: false });
    expect(text.split('\n')[0].match(/Predicted: 7, Actual: [01]/g)).toHaveLength(3);
  });

  test('tells accuracies apart that are nearly equal, on an axis with its ends', () => {
    const rows = [0.9146, 0.9155].map((accuracy, at) => ({ solver: `s${at}`, seconds: 1, accuracy }));
    const lines = toTerminal(solverComparison(rows), { columns: 60 }).split('\n');
    const dots = lines.filter((line) => line.includes('o--')).map((line) => line.indexOf('o--'));
    expect(dots[1] - dots[0]).toBeGreaterThan(5);
    expect(lines.at(-2)).toMatch(/^ +91\.2% +91\.8%$/);
    for (const accuracy of [0, 0.5, 1]) {
      const same = solverComparison([{ solver: 'a', seconds: 0, accuracy }]);
      expect(toTerminal(same)).toMatch(/a .*-?o-?/);
    }
  });

  test('may leave out the title', () => {
    expect(toTerminal(scenes.solvers).split('\n')[0]).toBe('Solvers compared');
    expect(toTerminal(scenes.solvers, { title: false }).split('\n')[0]).toBe('Training time');
  });

  test('refuses a width below 20 and unknown colours', () => {
    expect(() => toTerminal(scenes.digits, { columns: 19 })).toThrow(ParameterError);
    expect(() => toTerminal(scenes.digits, { color: '16' as never })).toThrow(ParameterError);
  });
});
