import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

const run = (script, ...args) =>
  execFileSync(process.execPath, [fileURLToPath(new URL(`../${script}`, import.meta.url)), ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'tenfold-examples-'));

test('digits.js tells the tutorial and draws its pictures', () => {
  const folder = emptyFolder();
  const told = run('digits.js', folder);
  expect(told).toContain('Image Data Shape [ 1797, 64 ]');
  expect(told).toContain('Accuracy 0.9533333333333334');
  expect(told).toContain('[[37  0  0  0  0  0  0  0  0  0]\n [ 0 39  0  0  0  0  2  0  2  0]');
  expect(readdirSync(folder).sort()).toEqual([
    'digits.png',
    'matplotlib.png',
    'misclassified.png',
    'seaborn.png',
  ]);
});

test('mnist.js compares the solvers on the first rows of MNIST', () => {
  const folder = emptyFolder();
  const told = run('mnist.js', '1000', folder);
  expect(told).toContain('Image Data Shape [ 70000, 784 ]');
  expect(told).toMatch(/'liblinear' .*0\.8\d+/);
  expect(told).toMatch(/'lbfgs' .*0\.8\d+/);
  expect(readdirSync(folder).sort()).toEqual(['misread.png', 'mnist.png', 'solvers.png']);
}, 120_000);
