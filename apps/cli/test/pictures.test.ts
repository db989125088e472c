import { afterAll, describe, expect, test } from '@jest/globals';
import { casePath } from '@tenfold/cases';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder, tenfold } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

function show(file: string, ...more: string[]): ReturnType<typeof tenfold> {
  return tenfold(['show', '--data', casePath(file), '--target', 'label', ...more], { cwd });
}

function greysOf(file: string): Set<string> {
  const svg = readFileSync(join(cwd, file), 'utf8');
  return new Set(svg.match(/fill="#([0-9a-f]{2})\1\1"/g));
}

describe('tables of any values', () => {
  test.each([
    ['usps.csv', 256],
    ['negative.csv', 4],
  ])('%s is drawn in %d greys', async (file, greys) => {
    expect((await show(file, '-o', 'own.svg')).code).toBe(0);
    expect(greysOf('own.svg').size).toBe(greys);
  });

  test('--range chooses the values of black and white, below zero too', async () => {
    expect((await show('negative.csv', '--range', '-4:0', '-o', 'given.svg')).code).toBe(0);
    // -1 is three quarters of the way to white; white is the paper's alone.
    expect(greysOf('given.svg')).toEqual(
      new Set(['ffffff', 'bfbfbf', '808080', '404040', '000000'].map((grey) => `fill="#${grey}"`)),
    );
    expect((await show('negative.csv', '--range=-1:1')).code).toBe(0);
  });

  test.each(['1:-1', '-1', 'a:b', '0:Infinity', '3:3', ':', '0:1:2'])(
    '--range %s is refused',
    async (range) => {
      const { code, stderr } = await show('negative.csv', '--range', range);
      expect(code).toBe(2);
      expect(stderr).toContain('--range must be two numbers');
    },
  );
});

describe('images of any shape', () => {
  test('--shape says how high and wide they are', async () => {
    expect((await show('negative.csv', '--shape', '1x4', '-o', 'thin.svg')).code).toBe(0);
    const wrong = await show('negative.csv', '--shape', '8x8');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--shape must make images of 4 pixels');
    expect((await show('negative.csv', '--shape', '4')).stderr).toContain(
      '--shape must be the height and the width',
    );
  });

  test('rows that make no square are refused in words of that flag', async () => {
    const { code, stderr } = await tenfold(['show', '--data', casePath('fruit.csv'), '--target', 'state'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('--shape');
  });
});

describe('many images', () => {
  test('all of the digits fit into one PNG', async () => {
    expect((await tenfold(['show', 'digits', '--count', '1797', '-o', 'all.png'], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, 'all.png'))).toBe(true);
  });

  test('too many are refused in words of the flag', async () => {
    const { code, stderr } = await tenfold(['show', 'mnist', '--count', '70000', '-o', 'x.svg'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--count must ask for at most 10000 images');
    expect((await tenfold(['show', 'mnist', '--rows', ':20000'], { cwd })).stderr).toContain(
      '--rows must ask for',
    );
  });
});

describe('names that the font of PNG pictures lacks', () => {
  test('are warned of, and not in SVG', async () => {
    const drawn = await show('kana.csv', '--count', '3', '-o', 'kana.png');
    expect(drawn.code).toBe(0);
    expect(drawn.stderr).toMatch(
      /^warning: kana\.png: the font of PNG pictures has no お き す: .*\.svg or \.html/,
    );
    expect((await show('kana.csv', '--count', '3', '-o', 'kana.svg')).stderr).toBe('');
  });
});

describe('four hundred classes', () => {
  test('leave a run with a picture and a report of bounded size', async () => {
    const args = ['train', '--data', casePath('c400.csv'), '--target', 'label', '--max-iter', '3'];
    const { code, stdout } = await tenfold(
      [...args, '--run-dir', 'runs', '--heatmap', 'c400.png', '--json'],
      { cwd },
    );
    expect(code).toBe(0);
    const { run } = JSON.parse(stdout) as { run: string };
    for (const file of ['confusion.svg', 'report.html']) {
      const size = readFileSync(join(cwd, run, file)).length;
      expect(size).toBeGreaterThan(5_000);
      expect(size).toBeLessThan(1_000_000);
    }
    expect(existsSync(join(cwd, 'c400.png'))).toBe(true);
  });
});

test('images of a wrong shape are refused before a model is trained', async () => {
  const data = ['--data', casePath('c400.csv'), '--target', 'label', '--shape', '3x3', '-o', 'miss.svg'];
  const { code, stderr } = await tenfold(['misclassified', ...data, '--max-iter', '1'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('--shape must make images of 4 pixels');
  // Had it been trained for one iteration, it would have warned that it is not converged.
  expect(stderr).not.toContain('warning:');
});
