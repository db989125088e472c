import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach } from '@jest/globals';

/** A folder that is removed after each test; `inFolder(name)` is a path in it. */
export function temporaryFolder() {
  let folder: string | undefined;
  const get = () => (folder ??= mkdtempSync(join(tmpdir(), 'tenfold-files-')));
  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });
  return { at: (name: string) => join(get(), name), names: () => readdirSync(get()).sort() };
}

/** Makes a named pipe, which Node cannot. */
export function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** What a promise rejects with. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error,
  );
}
