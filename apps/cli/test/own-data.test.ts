import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { casePath } from '@tenfold/cases';
import { encode } from 'fast-png';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDigits } from 'tenfold';

import { ended, start, temporaryFolder, tenfold, tenfoldJSON } from './harness.js';

interface Trained {
  dataset: string;
  accuracy: number;
  classes: (number | string | boolean)[];
  split: { nTrain: number; nTest: number; testDataset?: string; stratify?: boolean };
}

interface Predicted {
  rows: number[];
  predictions: (number | string)[];
  actual?: (number | string)[];
  ids?: string[];
}

const folder = temporaryFolder();
const cwd = folder.path;
const model = (name: string): string => join(cwd, `${name}.json`);
afterAll(folder.remove);

beforeAll(async () => {
  await train('fruit', ['--data', casePath('fruit.csv'), '--target', 'state']);
  await train('routes', ['--data', casePath('routes.csv'), '--target', 'route']);
});

async function train(name: string, args: string[]): Promise<Trained> {
  return tenfoldJSON<Trained>(['train', ...args, '--test-size', '0', '--no-run', '--save', model(name)], {
    cwd,
  });
}

/** A NumPy array of doubles, which are zero, or of text. */
function npy(description: string, body: number | string): Buffer {
  const header = `{'descr': ${description}}`.padEnd(117) + '\n';
  const start = Buffer.from(`\x93NUMPY\x01\x00${String.fromCharCode(header.length, 0)}${header}`, 'latin1');
  return Buffer.concat([start, typeof body === 'string' ? Buffer.from(body) : Buffer.alloc(body)]);
}

/** How a model does on rows of its own. */
async function accuracyOf(name: string, args: string[]): Promise<number> {
  const { accuracy } = await tenfoldJSON<Trained>(['evaluate', '--model', model(name), ...args], { cwd });
  return accuracy;
}

async function fails(args: string[]): Promise<{ code: number | null; stderr: string }> {
  const { code, stdout, stderr } = await tenfold(args, { cwd });
  expect(stdout).toBe('');
  return { code, stderr };
}

describe('columns have names', () => {
  test('another order is put in order', async () => {
    const permuted = ['--data', casePath('fruit-permuted.csv'), '--target', 'state'];
    expect(await accuracyOf('fruit', permuted)).toBe(1);
  });

  test('the column of the labels is known from the training', async () => {
    expect(await accuracyOf('fruit', ['--data', casePath('fruit-permuted.csv')])).toBe(1);
  });

  test('other names are an error that lists them', async () => {
    await writeFile(join(cwd, 'other.csv'), 'weight,sugar,hardness,state\n105.9,7.85,8.67,raw\n');
    const { code, stderr } = await fails([
      'evaluate',
      '--model',
      model('fruit'),
      '--data',
      'other.csv',
      '--target',
      'state',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/firmness/);
    expect(stderr).toMatch(/hardness/);
  });
});

describe('rows without labels', () => {
  const rows = ['predict', '--model', model('fruit'), '--data', casePath('fruit-unlabelled.csv')];

  test('are predicted', async () => {
    const { predictions, actual } = await tenfoldJSON<Predicted>(rows, { cwd });
    expect(predictions.slice(0, 3)).toEqual(['raw', 'ripe', 'raw']);
    expect(predictions).toHaveLength(40);
    expect(actual).toBeUndefined();
    const { stdout } = await tenfold(rows, { cwd });
    expect(stdout.split('\n').slice(0, 2)).toEqual(['row  predicted', '  0  raw']);
  });

  test('become a table, with probabilities', async () => {
    const { code } = await tenfold([...rows, '--proba', '-o', 'predictions.csv'], { cwd });
    expect(code).toBe(0);
    const [head, first, ...more] = (await readFile(join(cwd, 'predictions.csv'), 'utf8')).split('\n');
    expect(head).toBe('row,predicted,raw,ripe');
    expect(first).toMatch(/^0,raw,0\.\d+,/);
    expect(more).toHaveLength(40);
  });

  test("have Kaggle's form", async () => {
    const { stdout } = await tenfold([...rows, '--columns', 'ImageId,Label', '-o', '-'], { cwd });
    expect(stdout.split('\n').slice(0, 4)).toEqual(['ImageId,Label', '1,raw', '2,ripe', '3,raw']);
    expect(stdout.split('\n')).toHaveLength(42);
  });

  test('are called as a column calls them', async () => {
    const table = await readFile(casePath('fruit-unlabelled.csv'), 'utf8');
    const named = table
      .split('\n')
      .map((line, i) => (line === '' ? '' : i === 0 ? `name,${line}` : `f-${i},${line}`));
    await writeFile(join(cwd, 'named.csv'), named.join('\n'));
    const args = ['predict', '--model', model('fruit'), '--data', 'named.csv', '--id-column', 'name'];
    expect((await tenfoldJSON<Predicted>(args, { cwd })).ids?.slice(0, 2)).toEqual(['f-1', 'f-2']);
    const { stdout } = await tenfold([...args, '-o', '-'], { cwd });
    expect(stdout.split('\n').slice(0, 2)).toEqual(['name,predicted', 'f-1,raw']);
  });

  test('come from standard input', async () => {
    const child = start(['predict', '--model', model('fruit'), '--data', '-', '--json'], { cwd });
    child.stdin?.end(await readFile(casePath('fruit-unlabelled.csv')));
    const { code, stdout } = await ended(child);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Predicted).predictions.slice(0, 3)).toEqual(['raw', 'ripe', 'raw']);
  });

  test('come from a named pipe', async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const child = start(['predict', '--model', model('fruit'), '--data', 'pipe', '--json'], { cwd });
    const written = writeFile(join(cwd, 'pipe'), await readFile(casePath('fruit-unlabelled.csv')));
    const { code, stdout } = await ended(child);
    await written;
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Predicted).predictions.slice(0, 3)).toEqual(['raw', 'ripe', 'raw']);
  });

  test('have no test part', async () => {
    const { code, stderr } = await fails([...rows, '--part', 'test']);
    expect(code).toBe(2);
    expect(stderr).toContain('--part test needs rows with labels');
  });
});

describe('labels mean what they say', () => {
  test("the model's kind decides how they are read", async () => {
    const day = ['--data', casePath('routes-day2.csv'), '--target', 'route'];
    expect(await accuracyOf('routes', day)).toBe(1);
  });

  test('beyond 2^53 they stay apart', async () => {
    const { classes } = await train('ids', ['--data', casePath('ids.csv'), '--target', 'seller']);
    expect(classes).toEqual(['208310224003697457', '208310224003697461', '208310224003697685']);
  });

  test('have one order', async () => {
    const { classes } = await train('emoji', ['--data', casePath('emoji.csv'), '--target', 'y']);
    expect(classes).toEqual(['Ａ', '😀']);
  });

  test('that are missing are an error with their line', async () => {
    const { code, stderr } = await fails([
      'train',
      '--data',
      casePath('label-NA.csv'),
      '--target',
      'label',
      '--no-run',
    ]);
    expect(code).toBe(1);
    const text = await readFile(casePath('label-NA.csv'), 'utf8');
    const line = text.split('\n').findIndex((row) => /^(NA|nan|null|None|N\/A|),/i.test(row)) + 1;
    expect(stderr).toContain(`line ${line}`);
  });

  test('that are missing in arrays are an error with their row', async () => {
    await writeFile(join(cwd, 'x.npy'), npy("'<f8', 'fortran_order': False, 'shape': (2, 1)", 16));
    await writeFile(join(cwd, 'y.npy'), npy("'|S4', 'fortran_order': False, 'shape': (2,)", 'NONENone'));
    const args = ['--data', 'x.npy', '--labels', 'y.npy'];
    const { code, stderr } = await fails(['train', ...args, '--no-run']);
    expect(code).toBe(1);
    expect(stderr).toContain('"None", which stands for a missing label, in row 1');
    expect(stderr).toContain('--missing says what stands for a missing label');
    expect((await train('none', [...args, '--missing', 'NA'])).classes).toEqual(['NONE', 'None']);
  });

  test('that are missing may be classes with --missing', async () => {
    await writeFile(join(cwd, 'country.csv'), 'x,country\n0,NA\n1,DE\n0,NA\n1,DE\n');
    const args = ['--data', 'country.csv', '--target', 'country', '--missing', ''];
    expect((await train('country', args)).classes).toEqual(['DE', 'NA']);
  });

  test('labels are what --label-type says', async () => {
    await writeFile(join(cwd, 'sizes.csv'), ['x,size', '1,0', '2,0', '8,1.5', '9,1.5'].join('\n'));
    const args = ['--data', 'sizes.csv', '--target', 'size'];
    const { code, stderr } = await fails(['train', ...args, '--no-run']);
    expect(code).toBe(1);
    expect(stderr).toContain('--label-type text takes them for names');
    expect((await train('sizes', [...args, '--label-type', 'text'])).classes).toEqual(['0', '1.5']);
    expect(await accuracyOf('sizes', args)).toBe(1);
    await writeFile(join(cwd, 'flags.csv'), ['x,on', '1,0', '2,0', '8,1', '9,1'].join('\n'));
    const flags = ['--data', 'flags.csv', '--target', 'on', '--label-type', 'boolean'];
    expect((await train('flags', flags)).classes).toEqual([false, true]);
    const other = ['train', ...flags.slice(0, -1), 'colour', '--no-run'];
    expect((await fails(other)).code).toBe(2);
  });

  test('that are no classes are an error with their line', async () => {
    const args = ['train', '--data', casePath('float-target.csv'), '--target', 'price', '--no-run'];
    expect((await fails(args)).stderr).toContain('line 3');
  });
});

describe('dialects of CSV', () => {
  const dialects: [string, string[]][] = [
    ['semicolon.csv', ['--target', 'label']],
    ['noheader.csv', ['--no-header', '--target', '0']],
    ['trailing-rows.csv', ['--target', 'label']],
    ['good.csv.gz', ['--target', 'label']],
  ];

  test.each(dialects)('%s', async (file, flags) => {
    const { classes, split } = await train(file, ['--data', casePath(file), ...flags]);
    expect(classes).toEqual([0, 1, 2]);
    expect(split.nTrain).toBe(60);
    const { nFeatures } = JSON.parse(await readFile(model(file), 'utf8')) as { nFeatures: number };
    expect(nFeatures).toBe(16);
  });

  test('a first line that is no header is an error', async () => {
    const { stderr } = await fails([
      'train',
      '--data',
      casePath('noheader.csv'),
      '--target',
      'label',
      '--no-run',
    ]);
    expect(stderr).toMatch(/header/);
  });

  test("pandas' index is warned of", async () => {
    const args = ['train', '--data', casePath('index.csv'), '--target', 'label', '--no-run'];
    const { code, stderr } = await tenfold(args, { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: /);
  });

  test('true and false are features', async () => {
    const { classes, split } = await train('bools', ['--data', casePath('bools.csv'), '--target', 'label']);
    expect({ classes, rows: split.nTrain }).toEqual({ classes: [0, 1], rows: 40 });
  });
});

describe('arrays by path', () => {
  test('labels come from a named pipe, whose writer is not waited for after Ctrl-C', async () => {
    execFileSync('mkfifo', [join(cwd, 'labels')]);
    const args = [
      'train',
      '--data',
      casePath('qmnist-images-idx3-ubyte'),
      '--labels',
      'labels',
      '--no-run',
      '--json',
    ];
    const child = start(args, { cwd });
    const written = writeFile(join(cwd, 'labels'), await readFile(casePath('qmnist-labels-idx2-int')));
    const { code } = await ended(child);
    await written;
    expect(code).toBe(0);
    const waiting = start(args, { cwd });
    const ending = ended(waiting);
    setTimeout(() => waiting.kill('SIGINT'), 2000);
    expect((await ending).code).toBe(130);
  }, 60_000);

  test('an archive finds its images and labels by name', async () => {
    const { classes, split } = await train('medmnist', [
      ...['--data', casePath('medmnist.npz'), '--x', 'train_images', '--y', 'train_labels'],
    ]);
    expect(classes).toEqual([0, 1, 2]);
    expect(split.nTrain).toBe(60);
  });

  test('a test part of its own', async () => {
    const data = ['--data', casePath('medmnist.npz'), '--x', 'train_images', '--y', 'train_labels'];
    const own = ['--test-data', casePath('medmnist.npz'), '--test-x', 'val_images', '--test-y', 'val_labels'];
    const { split } = await tenfoldJSON<Trained>(['train', ...data, ...own, '--no-run'], { cwd });
    expect(split).toMatchObject({ nTrain: 60, nTest: 20, testDataset: 'medmnist' });
  });

  test('IDX with several labels a row takes the first', async () => {
    const { classes } = await train('qmnist', [
      ...['--data', casePath('qmnist-images-idx3-ubyte'), '--labels', casePath('qmnist-labels-idx2-int')],
    ]);
    expect(classes.length).toBeGreaterThan(1);
  });

  test('labels that are pickled are refused by name', async () => {
    const { code, stderr } = await fails(['train', '--data', casePath('object-labels.npz'), '--no-run']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\by\b/);
  });
});

describe('a test part', () => {
  test('keeps the proportions of the classes with --stratify', async () => {
    const args = ['train', '--data', casePath('fruit.csv'), '--target', 'state', '--stratify', '--no-run'];
    const { split } = await tenfoldJSON<Trained>(args, { cwd });
    expect(split).toMatchObject({ stratify: true, nTrain: 30, nTest: 10 });
  });

  test('is read as the data is', async () => {
    const args = ['train', '--data', casePath('fruit.csv'), '--target', 'state', '--no-run'];
    const own = ['--test-data', casePath('fruit-permuted.csv')];
    const { accuracy, split } = await tenfoldJSON<Trained>([...args, ...own], { cwd });
    expect({ accuracy, split }).toMatchObject({
      accuracy: 1,
      split: { nTrain: 40, nTest: 40, testDataset: 'fruit-permuted' },
    });
  });

  test.each([
    [['--test-data', 'x.csv', '--test-size', '0.5'], '--test-size'],
    [['--test-labels', 'x.gz'], '--test-data'],
    [['--test-data', 'x.csv', '--test-images', 'folder'], '--test-images'],
  ])('%p is wrong usage', async (flags, named) => {
    const { code, stderr } = await fails(['train', 'digits', ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(named);
  });
});

describe('images in folders', () => {
  beforeAll(async () => {
    const { images, target } = loadDigits();
    for (const row of images.keys()) {
      const kind = ['ring', 'bar'].at(target[row]);
      if (kind === undefined || row > 200) continue;
      const size = { width: 8, height: 8, channels: 1, depth: 8 } as const;
      const png = encode({ ...size, data: images[row].data.map((pixel) => pixel * 15) });
      await mkdir(join(cwd, 'shapes', kind), { recursive: true });
      await writeFile(join(cwd, 'shapes', kind, `${row}.png`), png);
    }
  });

  test('a folder is a class', async () => {
    const { classes, accuracy, split } = await train('shapes', ['--images', 'shapes']);
    expect({ classes, accuracy }).toEqual({ classes: ['bar', 'ring'], accuracy: 1 });
    expect(split.nTrain).toBe(41);
  });

  test('images without a class are predicted', async () => {
    const args = ['predict', '--model', model('shapes'), '--images', 'shapes/ring'];
    const { predictions, actual } = await tenfoldJSON<Predicted>(args, { cwd });
    expect(new Set(predictions)).toEqual(new Set(['ring']));
    expect(actual).toBeUndefined();
  });

  test('images of another size get that of the model, and a warning says so', async () => {
    const { images } = loadDigits();
    const pixels = images[0].data;
    const data = Uint8Array.from({ length: 128 }, (_, i) => pixels[Math.floor(i / 2)] * 15);
    await mkdir(join(cwd, 'wide'), { recursive: true });
    await writeFile(
      join(cwd, 'wide', 'ring.png'),
      encode({ width: 16, height: 8, channels: 1, depth: 8, data }),
    );
    const args = ['predict', '--model', model('shapes'), '--images', 'wide'];
    const { code, stdout, stderr } = await tenfold([...args, '--json'], { cwd });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Predicted).predictions).toEqual(['ring']);
    expect(stderr).toContain("1 image of wide had another size than the model's and got it: 8 × 8 pixels");
    const other = await fails([...args, '--resize', '8x16']);
    expect(other.stderr).toContain('was trained on rows of 64 values, got images of 128 pixels in wide');
    expect(other.stderr).toContain('--resize <height>x<width>');
  });

  test('a folder that holds none is an error', async () => {
    await mkdir(join(cwd, 'empty'), { recursive: true });
    const { code, stderr } = await fails(['train', '--images', 'empty', '--no-run']);
    expect(code).toBe(1);
    expect(stderr).toContain('empty');
  });
});
