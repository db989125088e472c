import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

import { bin, ended, start, temporaryFolder, tenfold, tenfoldProcess } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

describe('Ctrl-C', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    '%s during a fit on MNIST ends within a second with %i and leaves nothing',
    async (signal, code) => {
      const folder = join(cwd, signal);
      mkdirSync(folder);
      writeFileSync(join(folder, 'model.json'), 'as it was');
      const child = start(['train', 'mnist', '--save', 'model.json', '--json'], { cwd: folder });
      const result = ended(child);
      await setTimeout(3000);
      const asked = performance.now();
      child.kill(signal);
      expect(await result).toEqual({ code, stdout: '', stderr: '' });
      expect(performance.now() - asked).toBeLessThan(1000);
      expect(readdirSync(folder)).toEqual(['model.json']);
    },
  );

  describe('while large images are decoded', () => {
    const folder = join(cwd, 'large');
    beforeAll(async () => {
      const side = 4096;
      const data = Uint8Array.from({ length: side ** 2 }, (_, i) => (i * 31 + (i >> 9) * 7) & 255);
      const picture = encode({ width: side, height: side, channels: 1, data });
      for (const name of ['0', '1']) {
        mkdirSync(join(folder, name), { recursive: true });
        for (let i = 0; i < 5; i++) writeFileSync(join(folder, name, `${i}.png`), picture);
      }
      await tenfold(['train', 'digits', '--save', 'digits.json'], { cwd });
    });

    test.each([['train'], ['predict', '--model', join('..', 'digits.json')]])(
      '%s ends within three seconds with 130 and leaves nothing',
      async (...command) => {
        const own = mkdtempSync(join(cwd, 'stopped-'));
        const child = start([...command, '--images', folder, '--resize', '8x8'], { cwd: own });
        const result = ended(child);
        await setTimeout(2500);
        const asked = performance.now();
        child.kill('SIGINT');
        expect(await result).toMatchObject({ code: 130, stdout: '' });
        expect(performance.now() - asked).toBeLessThan(3000);
        expect(readdirSync(own)).toEqual([]);
      },
    );
  });

  test('before anything has been loaded', async () => {
    const child = start(['train', 'digits'], { cwd });
    const result = ended(child);
    await setTimeout(150);
    child.kill('SIGINT');
    expect((await result).stdout).toBe('');
  });
});

describe('a pipe', () => {
  test.each(['train digits --C 0', 'datasets', 'train --help', 'show digits --count 1'])(
    'has no escape sequence, in CI either: %s',
    async (args) => {
      const { stdout, stderr } = await tenfoldProcess(args.split(' '), {
        cwd,
        env: { CI: 'true', GITHUB_ACTIONS: 'true' },
      });
      expect(stdout + stderr).not.toContain('\u001b');
    },
  );
});

const full = '/dev/full';
const onFull = existsSync(full) ? test : test.skip;

/** Calls the command from a shell, which says where its streams go. */
function inShell(args: string, streams: string): { code: string; text: string } {
  const shell = `"${process.execPath}" "${bin}" ${args} ${streams}; echo "code $?"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', shell], { cwd, encoding: 'utf8', timeout: 60_000 });
  const at = stdout.lastIndexOf('code ');
  return { code: stdout.slice(at + 5).trim(), text: stdout.slice(0, at) + stderr };
}

describe('a full disk', () => {
  onFull.each(['datasets', 'datasets digits --json', 'train --help', 'help', '--version', 'completion bash'])(
    'behind standard output is an error of one line: %s',
    (args) => {
      const { code, text } = inShell(args, `> ${full}`);
      expect(text).toBe('error: standard output cannot be written: the disk is full\n');
      expect(code).toBe('1');
    },
  );

  onFull(
    'behind standard error changes no exit code, but what was to be said there is not lost silently',
    () => {
      expect(inShell('trian', `2> ${full}`)).toEqual({ code: '2', text: '' });
      const warned = inShell('train digits --max-iter 2 --no-run', `2> ${full}`);
      expect(warned.text).toContain('accuracy');
      expect(warned.code).toBe('1');
      expect(inShell('datasets', `2> ${full}`).code).toBe('0');
    },
  );

  onFull('behind both', () => {
    expect(inShell('datasets', `> ${full} 2>&1`)).toEqual({ code: '1', text: '' });
  });
});

describe('a slow reader', () => {
  test('gets every byte', async () => {
    const args = 'predict digits --solver liblinear --max-iter 2 --part all --proba';
    const all = await tenfold(args.split(' '), { cwd });
    const { text } = inShell(args, '2>/dev/null | (sleep 3; cat)');
    expect(text).toBe(all.stdout);
    expect(text.split('\n')).toHaveLength(1799);
  });

  test('is not waited for after Ctrl-C', async () => {
    // More than fits between two processes.
    const args = 'predict digits --solver liblinear --max-iter 2 --part all --proba --json';
    const child = start(args.split(' '), { cwd });
    const exited = new Promise((resolve) => child.on('exit', resolve));
    child.stderr?.resume();
    await setTimeout(4000);
    child.kill('SIGINT');
    expect(await exited).toBe(130);
  });
});

describe('a closed pipe', () => {
  test.each([
    ['datasets', 'datasets digits'],
    ['predictions', 'predict digits --solver liblinear --max-iter 2'],
    ['help', 'train --help'],
  ])('is silent: %s', (_what, args) => {
    const shell = `"${process.execPath}" "${bin}" ${args} | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', shell], { cwd, encoding: 'utf8' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('0');
    expect(stderr.replace(/^warning: .*\n.*\n/, '')).toBe('');
  });
});

const recorder = '/usr/bin/script';
const onLinux = process.platform === 'linux' && existsSync(recorder) ? test : test.skip;

/** Runs the command in a pseudo-terminal. */
function inTerminal(args: string, env: NodeJS.ProcessEnv = {}): string {
  const command = `stty cols 100 rows 40; "${process.execPath}" "${bin}" ${args}`;
  // Node takes a terminal for a colourless one where CI is set.
  const colours = { CI: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined, NODE_OPTIONS: undefined };
  const { stdout } = spawnSync(recorder, ['-qec', command, '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...colours, TERM: 'xterm-256color', COLORTERM: 'truecolor', ...env },
  });
  return stdout.replaceAll('\r', '');
}

describe('on a terminal', () => {
  onLinux('there are colours and small pictures', () => {
    const shown = inTerminal('show digits --count 2');
    expect(shown).toContain('▀');
    expect(shown).toContain('\u001b[38;2;');
  });

  onLinux('the confusion matrix is coloured, and the same without its colours', async () => {
    const args = 'train digits --solver liblinear --no-run';
    const coloured = inTerminal(args);
    expect(coloured).toContain('\u001b[32m37\u001b[39m');
    const plain = stripVTControlCharacters(coloured);
    const piped = await tenfold(args.split(' '), { cwd });
    expect(plain.slice(plain.indexOf('[['))).toBe(piped.stdout.slice(piped.stdout.indexOf('[[')));
  });

  onLinux.each([
    ['NO_COLOR', '', { NO_COLOR: '1' }],
    ['--no-color', ' --no-color', {}],
    ['TERM=dumb', '', { TERM: 'dumb' }],
  ])('%s: no escape sequence at all', (_what, flag, env) => {
    expect(inTerminal(`show digits --count 2${flag}`, env)).not.toContain('\u001b');
    expect(inTerminal(`train --help${flag}`, env)).not.toContain('\u001b');
    expect(inTerminal(`train digits --C 0${flag}`, env)).toBe(
      'error: --C must be a number above 0, got 0\ntenfold train --help shows how\n',
    );
  });

  onLinux('a fit shows its progress, and --no-progress does not', () => {
    const args = 'train digits --no-run --max-iter 400 --tol 1e-12 --json 2>&1 >/dev/null';
    expect(inTerminal(args)).toMatch(/fit.*iteration \d+, loss/);
    expect(inTerminal(`${args} --no-progress`)).not.toContain('loss');
    expect(inTerminal(`${args} --quiet`)).not.toContain('loss');
  });
});

describe('FORCE_COLOR and NO_COLOR', () => {
  const coloured = async (args: string, env: NodeJS.ProcessEnv) => {
    const { stdout, stderr } = await tenfold(args.split(' '), { cwd, env: { CI: undefined, ...env } });
    return [stdout, stderr].join('').includes('\u001b[');
  };

  test.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '3' }, true],
    [{ FORCE_COLOR: 'true' }, true],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: 'false' }, false],
    [{ FORCE_COLOR: '' }, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '3' }, false],
    [{ NO_COLOR: '', FORCE_COLOR: '1' }, true],
    [{ CI: 'true' }, false],
  ])('%j in a pipe', async (env, expected) => {
    expect(await coloured('datasets', env)).toBe(expected);
    expect(await coloured('--help', env)).toBe(expected);
    expect(await coloured('train digits --C 0', env)).toBe(expected);
    expect(await coloured('datasets --no-color', env)).toBe(false);
  });

  onLinux.each([
    [{ NO_COLOR: '' }, true],
    [{ FORCE_COLOR: '' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: 'false' }, false],
    [{ NO_COLOR: 'x' }, false],
  ])('%j on a terminal', (env, expected) => {
    for (const args of ['datasets', '--help', 'train digits --C 0'])
      expect(inTerminal(args, env).includes('\u001b[')).toBe(expected);
  });
});
