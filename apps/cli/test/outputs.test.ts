import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withFileMounted, withSmallDisk } from '@tenfold/cases/disks';
import { execFile, execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ended, start, temporaryFolder, tenfoldProcess, writeFlowers } from './harness.js';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const train = (...args: string[]) => ['train', '--data', at('flowers.csv'), '--target', 'species', ...args];
const save = (path: string) => train('--no-run', '--save', path);

let model = '';
beforeAll(async () => {
  writeFlowers(at('flowers.csv'));
  await tenfoldProcess(save(at('model.json')));
  // What changes from one training to the next stands in no model file.
  model = readFileSync(at('model.json'), 'utf8');
  expect(JSON.parse(model)).toHaveProperty('labels');
});
afterAll(() => folder.remove());

describe('on a full disk the old file stays, and nothing else', () => {
  async function onSmallDisk(args: (disk: string) => string[], names: string[]) {
    const mounted = await withSmallDisk(24 << 10, async (disk) => {
      const old = 'good '.repeat(800);
      for (const name of names) writeFileSync(join(disk, name), old);
      writeFileSync(
        join(disk, 'filler'),
        'x'.repeat(24 << 10).slice(0, (24 << 10) - 4096 * (2 * names.length + 1)),
      );
      writeFileSync(join(disk, 'filler'), 'x'.repeat(4096), { flag: 'a' });
      const { code, stdout, stderr } = await tenfoldProcess(args(disk));
      expect(stderr).toMatch(/^error: .*the disk is full$/m);
      expect(stderr.split('\n').filter((line) => line.startsWith('error: '))).toHaveLength(1);
      expect(stdout).toBe('');
      expect(code).toBe(1);
      for (const name of names) expect(readFileSync(join(disk, name), 'utf8')).toBe(old);
      expect(readdirSync(disk).sort()).toEqual(['filler', ...names]);
    });
    if (!mounted) console.warn('no disk could be mounted here: left out');
  }

  test('train --save', () =>
    onSmallDisk(
      (disk) => ['train', 'digits', '--solver', 'liblinear', '--no-run', '--save', `${disk}/m.json`],
      ['m.json'],
    ));
  test('show -o', () =>
    onSmallDisk((disk) => ['show', 'digits', '--count', '50', '-o', `${disk}/five.svg`], ['five.svg']));
  test('a run', () =>
    onSmallDisk((disk) => ['train', 'digits', '--solver', 'liblinear', '--run-dir', `${disk}/runs`], []));
});

describe('what is no plain file', () => {
  test('a named pipe gets the model', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const training = tenfoldProcess(save(at('pipe')));
    const got = promisify(execFile)('cat', [at('pipe')]);
    expect(await training).toMatchObject({ code: 0, stderr: '' });
    expect((await got).stdout).toBe(model);
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  test('Ctrl-C ends the wait for a pipe’s reader', async () => {
    execFileSync('mkfifo', [at('lonely')]);
    const child = start(train('--save', at('lonely'), '--run-dir', at('never')));
    const end = ended(child);
    // Whether it still trains then or waits already, it ends so.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    expect(readdirSync(folder.path)).not.toContain('never');
  });

  test('/dev/stdout gets the model, then the printed result', async () => {
    const { code, stdout } = await tenfoldProcess(save('/dev/stdout'));
    expect(code).toBe(0);
    expect(stdout.startsWith(model)).toBe(true);
    expect(stdout.length).toBeGreaterThan(model.length);
  });

  test('/dev/full is full, and /dev/null is not', async () => {
    expect((await tenfoldProcess(save('/dev/null'))).code).toBe(0);
    const { code, stderr } = await tenfoldProcess(save('/dev/full'));
    expect(stderr).toBe('error: cannot write the model /dev/full: the disk is full\n');
    expect(code).toBe(1);
  });

  test('a file that is mounted by itself is written over', async () => {
    writeFileSync(at('source'), 'old');
    writeFileSync(at('mounted.json'), '');
    const mounted = await withFileMounted(at('source'), at('mounted.json'), async () => {
      expect(await tenfoldProcess(save(at('mounted.json')))).toMatchObject({ code: 0, stderr: '' });
    });
    if (mounted) expect(readFileSync(at('source'), 'utf8')).toBe(model);
    else console.warn('no file could be mounted here: left out');
  });

  test('a link stays, and what it names is made', async () => {
    symlinkSync('made.json', at('link.json'));
    expect((await tenfoldProcess(save(at('link.json')))).code).toBe(0);
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('made.json'), 'utf8')).toBe(model);
  });

  test.each([
    ['a circle of links', 'circle.json', /its symbolic links lead in a circle/],
    ['a link to a folder', 'to-folder.json', /it is a folder; name a file in it/],
    ['a link to no folder', 'nowhere.json', /there is no folder .*; make it first/],
  ])('%s is refused before the training', async (_, name, words) => {
    const targets: Record<string, string> = {
      circle: 'circle.json',
      'to-folder': 'folder',
      nowhere: 'no/m.json',
    };
    mkdirSync(at('folder'), { recursive: true });
    symlinkSync(targets[name.replace('.json', '')], at(name));
    // The table is not there either: the output is looked at first.
    const { code, stderr } = await tenfoldProcess([
      'train',
      '--data',
      'none.csv',
      '--target',
      'y',
      '--save',
      at(name),
    ]);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain('none.csv');
    expect(code).toBe(1);
  });
});
