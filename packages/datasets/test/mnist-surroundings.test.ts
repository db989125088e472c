import { execFile } from 'node:child_process';
import { chmod, copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { comeUpShort, isPatienceEnough, SHORTAGES, withSmallDisk } from '@tenfold/cases/disks';

import { CorruptFileError, fetchMnist, FileError, IdxError } from '../src/index.js';
import { expectOriginal, fetchOne, quick } from './helpers/download.js';
import { emptyFolder, names, original, quickFolderWithout } from './helpers/files.js';
import { mirror, whole } from './helpers/mirror.js';
import { proxy, secureMirror } from './helpers/proxy.js';

const name = names.testLabels;
const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** Who runs a script, and a copy of Node that they may start. */
interface User {
  readonly id: number;
  readonly node: string;
}

/** What a script that has the package as `tenfold` writes, in a process of its own with this environment alone. */
async function script(code: string, env: Record<string, string>, as?: User): Promise<unknown> {
  const text = `import * as tenfold from ${JSON.stringify(built)};
    const failure = (promise) => promise.then(() => 'done', ({ name, kind, message }) => ({ name, kind, message }));
    console.log(JSON.stringify(await (async () => { ${code} })()));`;
  const node = as?.node ?? process.execPath;
  const { stdout } = await promisify(execFile)(node, ['--input-type=module', '-e', text], {
    env,
    ...(as !== undefined && { uid: as.id, gid: as.id }),
  });
  return JSON.parse(stdout) as unknown;
}

describe('a disk that comes up short while MNIST is downloaded', () => {
  test.each(SHORTAGES)('by keeping %s', async (shortage) => {
    const end = await comeUpShort(shortage);
    const { fetching, folder, target } = await fetchOne(name, [whole]);
    const error: unknown = await fetching
      .then(
        () => undefined,
        (reason: unknown) => reason,
      )
      .finally(end);
    if (isPatienceEnough(shortage)) {
      await expectOriginal(target, name);
    } else {
      expect(error).toBeInstanceOf(FileError);
      expect(error).toMatchObject({
        code: shortage === 'full' ? 'ENOSPC' : 'SHORT_WRITE',
        path: `${target}.part`,
      });
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test('really', async () => {
    const { url } = await mirror(whole);
    const mounted = await withSmallDisk(24 << 10, async (dataHome) => {
      const error: unknown = await fetchMnist({ ...quick, dataHome, mirrors: [url] }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ name: 'FileError', code: 'ENOSPC' });
      // The labels are small enough.
      const left = await readdir(join(dataHome, 'mnist'));
      expect(left.filter((file) => !file.endsWith('labels-idx1-ubyte.gz'))).toEqual([]);
    });
    if (!mounted) console.warn('no disk could be mounted here: left out');
  });
});

describe('through a proxy', () => {
  const fetchThere = (mirrorUrl: string, dataHome: string) =>
    `return failure(tenfold.fetchMnist({ usePackage: false, retries: 0, dataHome: ${JSON.stringify(dataHome)}, mirrors: [${JSON.stringify(mirrorUrl)}] }))`;

  test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])(
    'by %s an address of http: is asked for at the proxy',
    async (variable) => {
      const dataHome = await quickFolderWithout(name);
      const { url, seen } = await mirror(whole);
      const between = await proxy();
      const withUser = between.url.replace('//', '//user:pass%3A@');
      expect(await script(fetchThere(url, dataHome), { [variable]: withUser })).toBe('done');
      expect(between.seen).toEqual([`GET ${url}${name}.gz`]);
      expect(between.auth).toEqual([`Basic ${Buffer.from('user:pass:').toString('base64')}`]);
      expect(seen).toHaveLength(1);
    },
  );

  test.each(['HTTPS_PROXY', 'https_proxy'])(
    'by %s an address of https: is asked for in a tunnel',
    async (variable) => {
      const dataHome = await quickFolderWithout(name);
      const { url, certificate } = await secureMirror(await emptyFolder());
      const between = await proxy();
      const env = { [variable]: between.url, NODE_EXTRA_CA_CERTS: certificate };
      expect(await script(fetchThere(url, dataHome), env)).toBe('done');
      expect(between.seen).toEqual([`CONNECT ${new URL(url).host}`]);
      await expectOriginal(join(dataHome, 'mnist', `${name}.gz`), name);
    },
  );

  test('unless NO_PROXY lists the mirror', async () => {
    const { url } = await mirror(whole);
    const between = await proxy();
    const env = { HTTP_PROXY: between.url, NO_PROXY: '127.0.0.1' };
    expect(await script(fetchThere(url, await quickFolderWithout(name)), env)).toBe('done');
    expect(between.seen).toEqual([]);
  });

  test('that cannot be used, the error names it, without its password', async () => {
    const { url } = await mirror(whole);
    for (const [address, words] of [
      ['http://user:secret@127.0.0.1:9', 'through the proxy http://127.0.0.1:9'],
      ['socks5://user:secret@127.0.0.1:9', 'cannot be used; it must be http:// or https://'],
      ['http://user:secret@', 'cannot be used'],
    ]) {
      const error = await script(fetchThere(url, await quickFolderWithout(name)), { HTTP_PROXY: address });
      expect(error).toMatchObject({ name: 'DownloadError', message: expect.stringContaining(words) });
      expect(JSON.stringify(error)).not.toContain('secret');
    }
  });

  test('without one nothing is loaded for it', async () => {
    const code = `await failure(tenfold.fetchMnist({ usePackage: false, retries: 0, mirrors: ['http://127.0.0.1:9/'] }));
      const { createRequire } = await import('node:module');
      return Object.keys(createRequire(import.meta.url).cache ?? {}).filter((path) => path.includes('undici'));`;
    expect(await script(code, { TENFOLD_DATA: await emptyFolder() })).toEqual([]);
  });
});

describe('a user without a home folder', () => {
  const nobody = async (): Promise<User> => {
    const folder = await emptyFolder();
    await chmod(folder, 0o755);
    const node = join(folder, 'node');
    await copyFile(process.execPath, node);
    return { id: 4_242_424, node };
  };
  const isRoot = process.getuid?.() === 0;
  const asRoot = isRoot && process.platform === 'linux' ? test : test.skip;

  asRoot('reads the digits, and the error for MNIST names what to set', async () => {
    const user = await nobody();
    const digits = 'const { data } = tenfold.loadDigits(); return data.rows;';
    expect(await script(digits, {}, user)).toBe(1797);
    const fetching = 'return failure(tenfold.fetchMnist({ usePackage: false }));';
    expect(await script(fetching, {}, user)).toEqual({
      name: 'NoDataHomeError',
      kind: 'outside',
      message: expect.stringMatching(/TENFOLD_DATA .* install @tenfold\/mnist/),
    });
    const listing =
      "return (await tenfold.listDatasets({ usePackage: false })).find(({ name }) => name === 'mnist').place";
    expect(await script(listing, {}, user)).toEqual({ kind: 'to download' });
  });

  asRoot('has MNIST from the package, from a named folder and from XDG_CACHE_HOME', async () => {
    const user = await nobody();
    const rows = 'return (await tenfold.fetchMnist({ mirrors: [] })).data.rows;';
    expect(await script(rows, {}, user)).toBe(70_000);
    const folder = await emptyFolder();
    await chmod(folder, 0o777);
    const place = "return (await tenfold.datasetInfo('mnist', { usePackage: false })).place.folder";
    expect(await script(place, { TENFOLD_DATA: folder }, user)).toBe(join(folder, 'mnist'));
    expect(await script(place, { XDG_CACHE_HOME: folder }, user)).toBe(join(folder, 'tenfold', 'mnist'));
  });
});

describe('a folder of data that holds', () => {
  async function rejection(bytes: Buffer, file: string): Promise<Error> {
    const dataHome = await quickFolderWithout(name);
    await writeFile(join(dataHome, file), bytes);
    return fetchMnist({ usePackage: false, mirrors: [], dataHome }).then(
      () => new Error('it did not fail'),
      (error: unknown) => error as Error,
    );
  }

  test('a half-downloaded file: delete it', async () => {
    const bytes = await original(name);
    const error = await rejection(bytes.subarray(0, bytes.length / 2), `${name}.gz`);
    expect(error).toBeInstanceOf(IdxError);
    expect(error.message).toMatch(
      /a download that broke off leaves such a file: delete it to have it downloaded again/,
    );
  });

  test('another data set of the same form: nothing is to be deleted', async () => {
    const header = Buffer.of(0, 0, 8, 1, 0, 0, 0x27, 0x10);
    const fashion = gzipSync(Buffer.concat([header, Buffer.alloc(10_000, 9)]));
    const error = await rejection(fashion, `${name}.gz`);
    expect(error).toBeInstanceOf(CorruptFileError);
    expect(error).toMatchObject({ expected: expect.any(String), received: expect.any(String) });
    expect(error.message).toMatch(
      /is not MNIST .* it looks like another data set of the same form, such as Fashion-MNIST/,
    );
    expect(error.message).not.toMatch(/delete/i);
  });

  test('another data set of another form: nothing is to be deleted', async () => {
    const error = await rejection(Buffer.of(0, 0, 8, 1, 0, 0, 0, 1, 7), name);
    expect(error.message).toMatch(/it is of another data set: name another folder as data home/);
  });
});
