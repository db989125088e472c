import { describe, expect, test } from '@jest/globals';

import { tenfold } from './harness.js';

const commands = [
  'tutorial',
  'datasets',
  'show',
  'train',
  'predict',
  'evaluate',
  'misclassified',
  'compare',
  'estimators',
  'runs',
  'completion',
];

describe('help', () => {
  test('lists every command, with and without --help', async () => {
    const { code, stdout, stderr } = await tenfold([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchSnapshot();
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect((await tenfold(['--help'])).stdout).toBe(stdout);
  });

  test.each(commands)('of %s has examples', async (command) => {
    const { code, stdout, stderr } = await tenfold([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: tenfold ${command}`);
    expect(stdout).toMatch(/Examples:\n {2}# .+\n {2}.*tenfold /);
    expect(stdout).toMatchSnapshot();
  });

  test('--version', async () => {
    const { code, stdout } = await tenfold(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
