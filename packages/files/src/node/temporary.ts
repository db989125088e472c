import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const unfinished = new Set<string>();

function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
}

/**
 * Does some work over a temporary file or folder, which is removed when the work fails, and also when the process
 * exits in the middle of it. Work that succeeds has given it another name.
 *
 * @param path the temporary name
 */
export async function withTemporary<T>(path: string, work: () => Promise<T>): Promise<T> {
  if (unfinished.size === 0) process.once('exit', removeUnfinished);
  unfinished.add(path);
  try {
    return await work();
  } catch (error) {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  } finally {
    unfinished.delete(path);
    if (unfinished.size === 0) process.off('exit', removeUnfinished);
  }
}
