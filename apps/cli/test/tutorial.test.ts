import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Ended, temporaryFolder, tenfold, tenfoldJSON } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
// Inside this package, so that its code finds `tenfold` as a user's project would.
const workshop = fileURLToPath(new URL('../coverage/tutorial', import.meta.url));

let told: Ended;
beforeAll(async () => {
  told = await tenfold(['tutorial', '--out', 'pictures'], { cwd });
}, 60_000);
afterAll(() => {
  remove();
  rmSync(workshop, { recursive: true, force: true });
});

describe('tenfold tutorial', () => {
  test('tells the story', () => {
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout.replace(/fitted in [\d.]+ m?s/, 'fitted in … s')).toMatchSnapshot();
  });

  test('keeps to 80 columns in a pipe', () => {
    for (const line of told.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('draws its pictures, and puts them on one page', () => {
    for (const name of ['digits', 'confusion-seaborn', 'confusion-matplotlib', 'roc']) {
      const bytes = readFileSync(join(cwd, 'pictures', `${name}.png`));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.length).toBeGreaterThan(2000);
    }
    expect(readFileSync(join(cwd, 'pictures', 'index.html'), 'utf8').match(/<svg/g)).toHaveLength(4);
  });

  test('shows code that runs as it stands, and gives what it says', () => {
    const code = told.stdout
      .split('\n')
      .filter((line) => line.startsWith('    ') && !/^ {4} *(tenfold|\d|accuracy|macro|precision)/.test(line))
      .map((line) => line.slice(4))
      .join('\n');
    mkdirSync(workshop, { recursive: true });
    writeFileSync(join(workshop, 'story.mjs'), `${code}\nconsole.log('score', score);\n`);
    const output = execFileSync(process.execPath, ['story.mjs'], {
      cwd: workshop,
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    expect(output).toContain(' [ 0 39  0  0  0  0  2  0  2  0]');
    expect(output).toContain('weighted avg       0.95      0.95      0.95       450');
    expect(output).toContain('score 0.9533333333333334');
    for (const name of ['digits', 'confusion-seaborn', 'confusion-matplotlib', 'roc']) {
      expect(existsSync(join(workshop, `${name}.png`))).toBe(true);
    }
  });

  test('--json gives the figures and the pictures', async () => {
    const result = await tenfoldJSON(['tutorial', '--out', 'again'], { cwd });
    expect(result).toMatchObject({
      digits: { accuracy: 0.9533333333333334 },
      mnist: null,
      page: join('again', 'index.html'),
    });
  });
});
