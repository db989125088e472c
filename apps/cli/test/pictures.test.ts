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
