import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';
import { comeUpShort, withFileMounted, withSmallDisk } from '@tenfold/cases/disks';

import { checkFolderWritable, checkWritable, FileError, writeWhole } from '../src/index.js';
import { failure, makePipe, temporaryFolder } from './helpers.js';

const folder = temporaryFolder();
const read = (name: string) => readFileSync(folder.at(name), 'utf8');
const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** Both refuse alike, and nothing is left. */
async function expectRefused(path: string, code: string, words: RegExp) {
  for (const call of [checkWritable, (place: string) => writeWhole(place, 'new')]) {
    const error = await failure(call(path));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ path, code });
    expect((error as Error).message).toMatch(words);
  }
}

describe('refused before the work', () => {
  test('a folder that is not there', () =>
    expectRefused(folder.at('no/a'), 'ENOENT', /there is no folder .*no; make it/));

  test('a folder in its place, also behind a link, and a name that ends as folders do', async () => {
    mkdirSync(folder.at('d'));
    symlinkSync('d', folder.at('link'));
    await expectRefused(folder.at('d'), 'EISDIR', /it is a folder; name a file in it/);
    await expectRefused(folder.at('link'), 'EISDIR', /it is a folder/);
    await expectRefused(`${folder.at('new')}/`, 'EISDIR', /it is a folder/);
    expect(folder.names()).toEqual(['d', 'link']);
  });

  test('a file where a folder should be', async () => {
    writeFileSync(folder.at('f'), '');
    await expectRefused(folder.at('f/a'), 'ENOTDIR', /f is a file, not a folder/);
    await expectRefused(folder.at('f/deep/a'), 'ENOTDIR', /f is a file, not a folder/);
  });

  test('links that lead in a circle', async () => {
    symlinkSync('two', folder.at('one'));
    symlinkSync('one', folder.at('two'));
    await expectRefused(folder.at('one'), 'ELOOP', /in a circle/);
  });

  test('a link into a folder that is not there', async () => {
    symlinkSync('no/a', folder.at('link'));
    await expectRefused(folder.at('link'), 'ENOENT', /there is no folder/);
  });

  test('a name that is too long', () =>
    expectRefused(folder.at('n'.repeat(256)), 'ENAMETOOLONG', /too long/));

  test('a socket', async () => {
    const server = createServer().listen(folder.at('s'));
    await once(server, 'listening');
    await expectRefused(folder.at('s'), 'ENXIO', /it is a socket/);
    server.close();
  });

  test('what is no path', async () => {
    for (const path of ['', 'a\0b', 5 as never]) {
      expect(await failure(writeWhole(path, ''))).toMatchObject({ owner: 'writeWhole', parameter: 'path' });
      expect(await failure(checkWritable(path))).toMatchObject({ owner: 'checkWritable', parameter: 'path' });
    }
  });

  test('a disk that is only for reading', async () => {
    const mounted = await withSmallDisk(24 << 10, async (disk) => {
      writeFileSync(`${disk}/a`, 'old');
      spawnSync('mount', ['-o', 'remount,ro', disk]);
      await expectRefused(`${disk}/a`, 'EROFS', /read-only/);
      await expectRefused(`${disk}/b`, 'EROFS', /read-only/);
      expect(await failure(checkFolderWritable(`${disk}/c/d`))).toHaveProperty('code', 'EROFS');
      expect(readFileSync(`${disk}/a`, 'utf8')).toBe('old');
    });
    if (!mounted) console.warn('no disk could be mounted here: left out');
  });
});

describe('as a user without rights', () => {
  /** Runs both as that user, and gives the code or "done" of each. */
  function asNobody(path: string): string[] {
    const code = `import { checkWritable, writeWhole } from ${JSON.stringify(built)};
      const end = (promise) => promise.then(() => 'done', (error) => error.code);
      const [path] = process.argv.slice(1);
      console.log(JSON.stringify([await end(checkWritable(path)), await end(writeWhole(path, 'new'))]));`;
    const args = ['--input-type=module', '-e', code, path];
    const { stdout } = spawnSync(process.execPath, args, { uid: 65_534, gid: 65_534, encoding: 'utf8' });
    return JSON.parse(stdout) as string[];
  }

  const canBeNobody =
    isRoot &&
    spawnSync(process.execPath, ['-e', `require('fs').readFileSync(${JSON.stringify(built)})`], {
      uid: 65_534,
    }).status === 0;
  const asRoot = canBeNobody ? test : test.skip;

  asRoot('a protected folder and a protected file are refused', () => {
    chmodSync(folder.at('.'), 0o755);
    mkdirSync(folder.at('open'));
    chmodSync(folder.at('open'), 0o777);
    writeFileSync(folder.at('open/locked'), 'old');
    chmodSync(folder.at('open/locked'), 0o444);
    writeFileSync(folder.at('mine'), 'old');
    chmodSync(folder.at('mine'), 0o666);
    expect(asNobody(folder.at('new'))).toEqual(['EACCES', 'EACCES']);
    expect(asNobody(folder.at('mine'))).toEqual(['EACCES', 'EACCES']);
    expect(asNobody(folder.at('open/locked'))).toEqual(['EACCES', 'EACCES']);
    expect(asNobody(folder.at('open/new'))).toEqual(['done', 'done']);
    expect([read('mine'), read('open/locked'), read('open/new')]).toEqual(['old', 'old', 'new']);
  });

  asRoot('another’s file in a folder with the sticky bit is written over', () => {
    chmodSync(folder.at('.'), 0o1777);
    writeFileSync(folder.at('a'), 'older');
    chownSync(folder.at('a'), 1, 1);
    chmodSync(folder.at('a'), 0o666);
    expect(asNobody(folder.at('a'))).toEqual(['done', 'done']);
    expect(read('a')).toBe('new');
    expect(lstatSync(folder.at('a')).uid).toBe(1);
  });

  asRoot('the owner of the old file is preserved where that is permitted', async () => {
    writeFileSync(folder.at('a'), 'old');
    chownSync(folder.at('a'), 1, 2);
    await writeWhole(folder.at('a'), 'new');
    expect(lstatSync(folder.at('a'))).toMatchObject({ uid: 1, gid: 2 });
  });
});

describe('links', () => {
  test('stay, and what they name is written', async () => {
    mkdirSync(folder.at('d'));
    writeFileSync(folder.at('d/a'), 'old');
    symlinkSync('d/a', folder.at('second'));
    symlinkSync(folder.at('second'), folder.at('first'));
    await checkWritable(folder.at('first'));
    await writeWhole(folder.at('first'), 'new');
    expect(read('d/a')).toBe('new');
    expect(
      lstatSync(folder.at('first')).isSymbolicLink() && lstatSync(folder.at('second')).isSymbolicLink(),
    ).toBe(true);
  });

  test('that dangle get what they name', async () => {
    symlinkSync('a', folder.at('link'));
    await checkWritable(folder.at('link'));
    await writeWhole(folder.at('link'), 'new');
    expect(folder.names()).toEqual(['a', 'link']);
    expect(lstatSync(folder.at('a')).isFile()).toBe(true);
  });

  test('a second name of the same file keeps the old content', async () => {
    writeFileSync(folder.at('a'), 'old');
    linkSync(folder.at('a'), folder.at('b'));
    await writeWhole(folder.at('a'), 'new');
    expect([read('a'), read('b')]).toEqual(['new', 'old']);
  });
});

describe('pipes and devices', () => {
  const text = 'x'.repeat(300_000);

  test('a pipe’s reader is waited for and gets everything', async () => {
    makePipe(folder.at('p'));
    await checkWritable(folder.at('p'));
    const written = writeWhole(folder.at('p'), text);
    const cat = spawn('cat', [folder.at('p')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let got = '';
    for await (const piece of cat.stdout) got += String(piece);
    await written;
    expect(got === text).toBe(true);
    expect(lstatSync(folder.at('p')).isFIFO()).toBe(true);
  });

  test('waiting for a reader is stopped by a signal, and holds no thread', async () => {
    makePipe(folder.at('p'));
    const control = new AbortController();
    const waiting = [1, 2, 3, 4, 5].map(() =>
      failure(writeWhole(folder.at('p'), text, { signal: control.signal })),
    );
    // Each blocking call would take one of the four threads of the pool.
    await writeWhole(folder.at('a'), 'new');
    control.abort(new Error('enough'));
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([control.signal.reason]));
  });

  test('a reader that leaves is an error', async () => {
    makePipe(folder.at('p'));
    const head = spawn('head', ['-c', '10', folder.at('p')], { stdio: 'ignore' });
    expect(await failure(writeWhole(folder.at('p'), text))).toHaveProperty('code', 'EPIPE');
    head.kill();
  });

  test('devices', async () => {
    await checkWritable('/dev/null');
    await writeWhole('/dev/null', text);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    const full = await failure(writeWhole('/dev/full', text));
    expect(full).toHaveProperty('message', 'cannot write to /dev/full: the disk is full');
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  const script = `import { checkWritable, writeWhole } from ${JSON.stringify(built)};
    const [path] = process.argv.slice(1);
    console.log('before');
    await checkWritable(path);
    await writeWhole(path, 'x'.repeat(300000) + '\\n');
    console.log('after');`;
  const node = (path: string) => ['--input-type=module', '-e', script, path];
  const all = `before\n${text}\nafter\n`;

  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])(
    '%s is what the process has open there',
    (path) => {
      // A socket in this place, as Node makes it, a pipe of the shell, and a file.
      expect(spawnSync(process.execPath, node(path), { encoding: 'utf8' }).stdout === all).toBe(true);
      const shell = (redirection: string) =>
        spawnSync('sh', ['-c', `"$0" "$@" ${redirection}`, process.execPath, ...node(path)], {
          encoding: 'utf8',
        });
      expect(shell('| cat').stdout === all).toBe(true);
      shell(`> ${folder.at('a')}`);
      expect(read('a') === all).toBe(true);
      expect(folder.names()).toEqual(['a']);
    },
  );

  test('what is open for reading alone is refused', () => {
    writeFileSync(folder.at('a'), 'old');
    const run = spawnSync(
      'sh',
      ['-c', `"$0" "$@" < ${folder.at('a')}`, process.execPath, ...node('/dev/stdin')],
      { encoding: 'utf8' },
    );
    expect(run.stdout).toBe('before\n');
    expect(run.stderr).toMatch(/cannot write to \/dev\/stdin/);
    expect(read('a')).toBe('old');
  });
});

describe('a file that is mounted by itself', () => {
  async function mounted(work: () => Promise<void>) {
    writeFileSync(folder.at('source file'), 'old'.repeat(500));
    writeFileSync(folder.at('m'), '');
    if (!(await withFileMounted(folder.at('source file'), folder.at('m'), work))) {
      console.warn('no file could be mounted here: left out');
    }
  }

  test.each(['longer'.repeat(400), 'short', ''])('is written over, also by less', (text) =>
    mounted(async () => {
      await checkWritable(folder.at('m'));
      await writeWhole(folder.at('m'), text);
      expect(read('source file')).toBe(text);
      expect(folder.names()).toEqual(['m', 'source file']);
    }),
  );

  test('gets its old bytes back when the disk comes up short', () =>
    mounted(async () => {
      const end = await comeUpShort('full');
      const error = await failure(writeWhole(folder.at('m'), 'n'.repeat(3000))).finally(end);
      expect(error).toHaveProperty('message', `cannot write to ${folder.at('m')}: the disk is full`);
      expect(read('source file')).toBe('old'.repeat(500));
    }));

  test('says so when they cannot be put back', () =>
    mounted(async () => {
      const end = await comeUpShort('full');
      const error = await failure(writeWhole(folder.at('m'), 'n'.repeat(1000))).finally(end);
      expect(error).toMatchObject({ code: 'ENOSPC', path: folder.at('m') });
      expect((error as Error).message).toMatch(/the old content could not be put back/);
    }));
});

test('a folder that can be made, and one that cannot', async () => {
  await checkFolderWritable(folder.at('a/b/c'));
  writeFileSync(folder.at('f'), '');
  expect(await failure(checkFolderWritable(folder.at('f/b')))).toMatchObject({ code: 'ENOTDIR' });
  expect(folder.names()).toEqual(['f']);
});
