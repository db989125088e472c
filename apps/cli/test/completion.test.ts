import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { DATASET_NAMES } from 'tenfold';

import { bin, tenfold } from './harness.js';

const complete = async (...words: string[]) =>
  (await tenfold(['complete', '--', ...words])).stdout.trimEnd().split('\n');

describe('completion', () => {
  test('of a command', async () => {
    expect(await complete('tr')).toEqual(['train\ttrain a classifier, test it and keep what came out']);
    expect(await complete('')).toHaveLength(12);
  });

  test('of a data set, also behind flags', async () => {
    expect(await complete('train', '')).toEqual(DATASET_NAMES);
    expect(await complete('train', '--C', '2', 'm')).toEqual(['mnist']);
    expect(await complete('train', 'digits', '')).toEqual(['']);
  });

  test('of flags and their values', async () => {
    expect(await complete('train', '--so')).toEqual([
      '--solver\tthe optimiser: auto, lbfgs (default), liblinear, newton-cg, newton-cholesky, sag or saga',
    ]);
    expect(await complete('train', 'digits', '--solver', 'li')).toEqual(['liblinear']);
    expect(await complete('train', '--style', '')).toEqual(['tenfold', 'seaborn', 'matplotlib']);
  });

  test('of files', async () => {
    expect(await complete('predict', '--model', '')).toEqual([':files']);
    expect(await complete('show', 'digits', '-o', '')).toEqual([':files']);
  });

  test('in bash', async () => {
    const { stdout: script } = await tenfold(['completion', 'bash']);
    const type = `
      tenfold() { "${process.execPath}" "${bin}" "$@"; }
      ${script}
      COMP_WORDS=(tenfold train digits --solver l); COMP_CWORD=4; _tenfold; echo "\${COMPREPLY[@]}"
      cd "${dirname(bin)}"; COMP_WORDS=(tenfold predict --model te); COMP_CWORD=3; _tenfold; echo "\${COMPREPLY[@]}"
    `;
    const { stdout } = spawnSync('bash', ['-c', type], { encoding: 'utf8' });
    expect(stdout).toBe('lbfgs liblinear\ntenfold.js\n');
  });

  test.each(['zsh', 'fish'])('has a script for %s', async (shell) => {
    const { code, stdout } = await tenfold(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toMatchSnapshot();
  });
});
