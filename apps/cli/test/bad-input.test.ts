import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadMnist } from '@tenfold/mnist';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildProgram } from '../src/cli.js';
import { loadDefinitions } from '../src/options/definitions.js';
import { temporaryFolder, tenfold, tenfoldJSON, writeFlowers } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

const model = 'model.json';

let before: string[] = [];

beforeAll(async () => {
  await loadDefinitions();
  await tenfoldJSON(['train', 'digits', '--solver', 'liblinear', '--save', model, '--no-run'], { cwd });
  const saved = JSON.parse(readFileSync(join(cwd, model), 'utf8')) as Record<string, unknown>;
  const files: Record<string, string> = {
    'newer.json': JSON.stringify({ ...saved, formatVersion: 99 }),
    'other.json': JSON.stringify({ name: 'something else' }),
    'broken.json': '{ "format": ',
    'empty.csv': '',
    'header.csv': 'a,b,y\n',
    'ragged.csv': 'a,b,y\n1,2,x\n3,x\n',
    'text.csv': 'a,b,y\n1,2,x\n3,four,z\n',
    'missing.csv': 'a,b,y\n1,2,x\n3,,z\n',
    'nan.csv': 'a,b,y\n1,2,x\nNaN,4,z\n',
    'infinity.csv': 'a,b,y\n1,2,x\n3,Infinity,z\n',
    'one-class.csv': 'a,b,y\n1,2,x\n3,4,x\n5,6,x\n7,8,x\n',
    'no-label.csv': 'a,b,y\n1,2,x\n3,4,\n',
    'file.txt': 'a file, not a folder\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  writeFlowers(join(cwd, 'flowers.csv'));
  mkdirSync(join(cwd, 'folder'));
  await writeIdxFolders();
  before = readdirSync(cwd).sort();
}, 60_000);

/** Folders with MNIST files that are not in order, each in another way. */
async function writeIdxFolders(): Promise<void> {
  const { trainLabels, testLabels } = await loadMnist();
  const kinds: Record<string, Uint8Array> = {
    'idx-truncated': idx([0x08, 3], [60000, 28, 28], 1000),
    'idx-magic': Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
    'idx-sizes': idx([0x08, 3], [2, 28, 28], 2 * 28 * 28),
    'idx-terabytes': idx([0x08, 3], [0xffffffff, 0xffff, 0xffff], 16),
  };
  for (const [name, images] of Object.entries(kinds)) {
    mkdirSync(join(cwd, name));
    for (const part of ['train', 't10k']) {
      writeFileSync(join(cwd, name, `${part}-images-idx3-ubyte`), images);
      const labels = part === 'train' ? trainLabels : testLabels;
      const file = Buffer.concat([idx([0x08, 1], [labels.length], 0), labels]);
      writeFileSync(join(cwd, name, `${part}-labels-idx1-ubyte`), file);
    }
  }
}

function idx(type: [number, number], sizes: number[], body: number): Uint8Array {
  const bytes = Buffer.alloc(4 + 4 * sizes.length + body);
  bytes.set([0, 0, ...type]);
  sizes.forEach((size, i) => bytes.writeUInt32BE(size, 4 + 4 * i));
  return bytes;
}

const csv = (name: string) => ['train', '--data', `${name}.csv`, '--target', 'y'];

const usage: [string, string[]][] = [
  ['unknown command', ['trian']],
  ['unknown command to help with', ['help', 'trian']],
  ['a flag without a command', ['--jsn']],
  ['a flag before the command', ['--json', 'train', 'digits']],
  ['unknown flag', ['train', 'digits', '--slover', 'lbfgs']],
  ['flag without its value', ['train', 'digits', '--solver']],
  ['too many arguments', ['train', 'digits', 'mnist']],
  ['no data set', ['train']],
  ['unknown data set', ['train', 'digitz']],
  ['unknown data set to describe', ['datasets', 'minst']],
  ['data set and table', ['train', 'digits', '--data', 'flowers.csv', '--target', 'species']],
  ['table without target', ['train', '--data', 'flowers.csv']],
  ['target without table', ['train', 'digits', '--target', 'species']],
  ['unknown solver', ['train', 'digits', '--solver', 'lbgfs']],
  ['unknown penalty', ['train', 'digits', '--penalty', 'l3']],
  ['penalty that the solver lacks', ['train', 'digits', '--penalty', 'l1']],
  ['liblinear, multinomial', ['train', 'digits', '--solver', 'liblinear', '--multi-class', 'multinomial']],
  ['unknown multi-class', ['train', 'digits', '--multi-class', 'ovo']],
  ['unknown order', ['train', 'mnist', '--order', 'sorted']],
  ['unknown style', ['train', 'digits', '--heatmap', 'cm.svg', '--style', 'seabron']],
  ['unknown part', ['evaluate', 'digits', '--part', 'tset']],
  ['C of 0', ['train', 'digits', '--C', '0']],
  ['C negative', ['train', 'digits', '--C', '-1']],
  ['C not a number', ['train', 'digits', '--C', 'NaN']],
  ['C of minus infinity', ['train', 'digits', '--C=-Infinity']],
  ['C text', ['train', 'digits', '--C', 'much']],
  ['l1-ratio above 1', ['train', 'digits', '--l1-ratio', '2']],
  ['tol negative', ['train', 'digits', '--tol', '-1e-4']],
  ['max-iter of 0', ['train', 'digits', '--max-iter', '0']],
  ['max-iter broken', ['train', 'digits', '--max-iter', '1.5']],
  ['unknown preconditioner', ['train', 'digits', '--preconditioner', 'grem']],
  ['threads of 0', ['train', 'digits', '--threads', '0']],
  ['class weight without number', ['train', 'digits', '--class-weight', '1=heavy']],
  ['class weight of an unknown class', ['train', 'digits', '--class-weight', '11=2']],
  ['test size of all rows', ['train', 'digits', '--test-size', '1797']],
  ['test size too large', ['train', 'digits', '--test-size', '5000']],
  ['test size negative', ['train', 'digits', '--test-size', '-0.25']],
  ['test size 1.0', ['train', 'digits', '--test-size', '1.0']],
  ['test size fraction of 1', ['train', 'digits', '--test-size', '7/7']],
  ['test size divided by 0', ['train', 'digits', '--test-size', '1/0']],
  ['test size text', ['train', 'digits', '--test-size', 'half']],
  ['random state negative', ['train', 'digits', '--random-state', '-1']],
  ['random state too large', ['train', 'digits', '--random-state', '4294967296']],
  ['count of 0', ['show', 'digits', '--count', '0']],
  ['rows backwards', ['show', 'digits', '--rows', '5:2']],
  ['rows behind the last', ['show', 'digits', '--rows', '2000:']],
  ['rows text', ['show', 'digits', '--rows', 'all']],
  ['picture of an unknown kind', ['show', 'digits', '-o', 'five.bmp']],
  ['no images', ['show', '--data', 'flowers.csv', '--target', 'species']],
  ['model and hyper-parameters', ['evaluate', 'digits', '--model', model, '--C', '2']],
  ['empty list of solvers', ['compare', 'digits', '--solvers', 'lbfgs,,liblinear']],
  ['unknown solver in a list', ['compare', 'digits', '--solvers', 'lbfgs,libliner']],
  ['unknown shell', ['completion', 'tcsh']],
];

const failures: [string, string[]][] = [
  ['no such table', csv('nowhere')],
  ['empty table', csv('empty')],
  ['header and nothing else', csv('header')],
  ['ragged table', csv('ragged')],
  ['text in a number column', csv('text')],
  ['missing cell', csv('missing')],
  ['NaN in a cell', csv('nan')],
  ['Infinity in a cell', csv('infinity')],
  ['missing label', csv('no-label')],
  ['one class only', csv('one-class')],
  ['missing target column', ['train', '--data', 'flowers.csv', '--target', 'specie']],
  ['no such model', ['predict', 'digits', '--model', 'nowhere.json']],
  ['model that is no JSON', ['predict', 'digits', '--model', 'broken.json']],
  ['JSON that is no model', ['predict', 'digits', '--model', 'other.json']],
  ['model of a newer format', ['predict', 'digits', '--model', 'newer.json']],
  ['model of another width', ['evaluate', 'mnist', '--model', model]],
  ['model of other labels', ['evaluate', '--data', 'flowers.csv', '--target', 'species', '--model', model]],
  ['output in no folder', ['show', 'digits', '-o', 'nowhere/five.svg']],
  ['output in a file', ['show', 'digits', '-o', 'file.txt/five.svg']],
  ['output over a folder', ['train', 'digits', '--save', 'folder']],
  ['runs in a file', ['train', 'digits', '--max-iter', '2', '--run-dir', 'file.txt']],
  ['tutorial into a file', ['tutorial', '--out', 'file.txt']],
  ['IDX truncated', ['datasets', 'mnist', '--data-home', 'idx-truncated']],
  ['IDX of a wrong magic number', ['datasets', 'mnist', '--data-home', 'idx-magic']],
  ['IDX of other sizes', ['datasets', 'mnist', '--data-home', 'idx-sizes']],
  ['IDX of terabytes', ['datasets', 'mnist', '--data-home', 'idx-terabytes']],
];

describe('wrong usage ends with 2 and says what to do', () => {
  test.each(usage)('%s', (_what, args) => check(args, 2));
});

describe('a job that fails ends with 1 and says why', () => {
  test.each(failures)('%s', (_what, args) => check(args, 1));
});

async function check(args: string[], code: number): Promise<void> {
  const { code: ended, stdout, stderr } = await tenfold(args, { cwd });
  // The files of a data set are read side by side: whichever is wrong first is told.
  const told = stderr.replaceAll(/(train|t10k)-images/g, 'x-images').replaceAll(/\b[16]0000 ×/g, 'n ×');
  expect(told.replaceAll(cwd, '.')).toMatchSnapshot();
  expect(ended).toBe(code);
  expect(stdout).toBe('');
  const lines = stderr.trimEnd().split('\n');
  const errors = lines.filter((line) => line.startsWith('error: '));
  expect(errors).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at |bug in tenfold/);
  for (const [flag] of stderr.matchAll(/(?<!\S)--[a-z][\w-]*/gi)) {
    if (!args.includes(flag)) expect(flagsOf(args[0])).toContain(flag);
  }
}

/** The flags of a command, as its help lists them; of all where there is no such command. */
function flagsOf(name: string | undefined): string[] {
  const { commands } = buildProgram(new AbortController().signal);
  const own = commands.filter((command) => command.name() === name);
  const listed = (own.length > 0 ? own : commands).flatMap(({ options }) => options);
  return ['--help', ...listed.flatMap(({ long }) => long ?? [])];
}

test('nothing was left behind by any of them', () => {
  expect(readdirSync(cwd).sort()).toEqual(before);
});

test('a mirror that fails: what was tried, what to download and where to put it', async () => {
  const args = ['datasets', 'mnist', '--data-home', 'folder', '--mirror', 'http://127.0.0.1:9/'];
  const { code, stderr } = await tenfold(args, { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('http://127.0.0.1:9/');
  expect(stderr).toContain(join('folder', 'mnist'));
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('--debug shows the stack', async () => {
  const { code, stderr } = await tenfold(['train', 'digits', '--C', '0', '--debug'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/\n\s+at /);
});

test('an existing file survives a job that fails', async () => {
  const kept = readFileSync(join(cwd, model), 'utf8');
  const { code } = await tenfold([...csv('one-class'), '--save', model], { cwd });
  expect(code).toBe(1);
  expect(readFileSync(join(cwd, model), 'utf8')).toBe(kept);
});
