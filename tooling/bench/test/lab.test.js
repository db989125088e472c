import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { duel } from '../src/duel.js';
import { setUp } from '../src/install.js';
import { Lab } from '../src/lab.js';
import { placesIn } from '../src/paths.js';

// Real contestants, on small matrices: an ml-matrix where the set-up would have put it, beside itself.
const cache = mkdtempSync(join(tmpdir(), 'tenfold-bench-'));
const task = { n: 16, type: 'float64' };
const ours = () => ({ name: 'ours', runtime: 'node', program: 'gemm-ml-matrix', peer: 'ml-matrix', task });
const peer = (changes) => ({ name: 'ml-matrix', peer: 'ml-matrix', runtime: 'node', task, ...changes });

beforeAll(() => {
  const folder = placesIn(cache).npm('ml-matrix');
  mkdirSync(join(folder, 'node_modules/ml-matrix'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  const real = createRequire(import.meta.resolve('@tenfold/linalg')).resolve('ml-matrix');
  writeFileSync(
    join(folder, 'node_modules/ml-matrix/index.js'),
    `console.log('chatter'); exports.Matrix = require(${JSON.stringify(real)}).Matrix;`,
  );
});

afterAll(() => rmSync(cache, { recursive: true, force: true }));

function lab(record = { installed: { 'ml-matrix': {} }, failed: {} }) {
  return new Lab({
    quick: false,
    full: false,
    cache,
    record,
    machine: {},
    onLine: () => undefined,
    onProgress: () => undefined,
  });
}

describe('a duel', () => {
  test('lets both run in turn and takes down a line, whatever a library prints', async () => {
    const place = lab();
    const work = 'w';
    await duel(place, { work, ours, peers: [peer({ program: 'gemm-ml-matrix', atLeast: 0 })], repeats: 3 });
    expect(place.failures).toEqual([]);
    expect(place.lines).toMatchObject([
      { work, peer: 'ml-matrix', ours: { runs: 3 }, theirs: { runs: 3 }, reached: 'yes' },
    ]);
  });

  test('counts the warm-up of a slow one, which runs twice, and sets other work of ours beside a peer', async () => {
    const place = lab();
    const program = 'gemm-ml-matrix';
    const own = await duel(place, {
      work: 'w',
      ours,
      also: [
        {
          work: 'other',
          peer: 'slow',
          ours: (firsts) => ({ ...ours(), name: String(firsts.size) }),
          atLeast: 0,
        },
        { work: 'lost', peer: 'absent', ours },
      ],
      peers: [
        peer({ name: 'slow', program, slow: true }),
        peer({ name: 'rare', program, repeats: 1 }),
        peer({ name: 'absent', program: 'gemm-nowhere' }),
      ],
      repeats: 4,
    });
    expect(own).toHaveLength(4);
    const lines = place.lines.map(({ work, peer: name, ours: mine, theirs }) => [
      work,
      name,
      mine.runs,
      theirs?.runs,
    ]);
    expect(lines).toEqual([
      ['w', 'slow', 4, 2],
      ['w', 'rare', 4, 1],
      ['w', 'absent', 4, undefined],
      ['other', 'slow', 4, 2],
    ]);
    expect(place.lines[3].reached).toBe('yes');
  });

  test('lists a peer that does not start, and one that breaks, with the reason', async () => {
    const place = lab();
    await duel(place, {
      work: 'w',
      ours,
      peers: [
        peer({ name: 'absent', program: 'gemm-nowhere' }),
        peer({ name: 'wrong', program: 'gemm-numpy-ts' }),
      ],
      repeats: 1,
    });
    expect(place.failures).toMatchObject([
      { name: 'absent', reason: expect.stringContaining('gemm-nowhere'), ours: false },
      { name: 'wrong', reason: expect.stringContaining('numpy-ts'), ours: false },
    ]);
    expect(place.lines.map(({ failure }) => failure)).toEqual(place.failures.map(({ reason }) => reason));
    expect(place.lines[0]).toMatchObject({ ours: { runs: 1 }, theirs: undefined, ratio: undefined });
  });

  test('tells why a peer is missing: no set-up, or what the set-up found', async () => {
    const spec = peer({ peer: 'jax-js', program: 'gemm-jax' });
    expect(await lab(null).enter(spec)).toEqual({ reason: expect.stringContaining('pnpm bench:setup') });
    const record = { installed: {}, failed: { 'jax-js': 'no such version' } };
    expect(await lab(record).enter(spec)).toEqual({ reason: 'no such version' });
  });
});

describe('the set-up', () => {
  test('goes on when a peer cannot be installed, and records the reason', async () => {
    const folder = join(cache, 'set-up');
    // A folder that is no package: npm refuses it without asking anybody.
    const broken = {
      name: 'broken',
      runtime: 'node',
      packages: [join(cache, 'no-such-folder')],
      probe: 'broken',
    };
    const told = [];
    const options = { cache: folder, log: (line) => told.push(line) };
    const record = await setUp([broken], options);
    expect(record.installed).toEqual({});
    expect(record.failed.broken).not.toBe('');
    expect(told).toEqual([`broken: does not run: ${record.failed.broken}`]);
    expect(existsSync(placesIn(folder).record)).toBe(true);
  }, 60_000);
});
