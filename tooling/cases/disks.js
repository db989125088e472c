import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How many of `length` bytes are kept, when `before` bytes were kept before. */
const KEEPERS = {
  // Large files would take minutes so.
  'one byte': (length, before) => (before < 1000 ? 1 : length),
  half: (length) => Math.ceil(length / 2),
  nothing: () => 0,
  full: (length, before) => {
    if (before >= 600)
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });
    return Math.min(length, 600 - before);
  },
};

/** The ways in which a disk comes up short. */
export const SHORTAGES = Object.keys(KEEPERS);

/** Whether all bytes arrive in the end when each write is repeated for what it left. */
export const isPatienceEnough = (shortage) => shortage === 'one byte' || shortage === 'half';

/**
 * Lets every open file of this process keep less than is written to it: "one byte" or "half" of each write, "nothing",
 * or, as a disk that gets "full", 600 bytes in all and then an error.
 *
 * @returns a function that ends it
 */
export async function comeUpShort(shortage) {
  const keep = KEEPERS[shortage];
  const file = await open(fileURLToPath(import.meta.url));
  const prototype = Object.getPrototypeOf(file);
  await file.close();
  const { write } = prototype;
  let kept = 0;
  prototype.write = async function (bytes, offset = 0, length = bytes.byteLength - offset, position = null) {
    const room = keep(length, kept);
    if (room === 0) return { bytesWritten: 0, buffer: bytes };
    const result = await write.call(this, bytes, offset, room, position);
    kept += result.bytesWritten;
    return result;
  };
  return () => {
    prototype.write = write;
  };
}

/**
 * A disk of its own of so many bytes, for as long as `work` takes.
 *
 * @returns whether there was one: only a system's root may mount one, and not everywhere
 */
export async function withSmallDisk(bytes, work) {
  const folder = mkdtempSync(join(tmpdir(), 'tenfold-disk-'));
  try {
    if (!mounts('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)) return false;
    try {
      await work(folder);
      return true;
    } finally {
      execFileSync('umount', ['--lazy', folder]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Mounts one file over another, for as long as `work` takes.
 *
 * @returns whether it could be mounted
 */
export async function withFileMounted(source, target, work) {
  if (!mounts('--bind', source, target)) return false;
  try {
    await work();
    return true;
  } finally {
    execFileSync('umount', ['--lazy', target]);
  }
}

function mounts(...args) {
  try {
    execFileSync('mount', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
