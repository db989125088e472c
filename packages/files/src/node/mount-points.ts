import { readFile } from 'node:fs/promises';

/**
 * Whether something is mounted at a path, as a container does with single files: such a file cannot be renamed over.
 * Only Linux mounts files. (A file of another device than its folder is no sign: overlay file systems have them
 * everywhere.)
 *
 * @param path absolute, without symbolic links
 */
export async function isMountPoint(path: string): Promise<boolean> {
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  // proc_pid_mountinfo(5): the fifth field, in which blanks and backslashes are written in octal.
  return mounts.split('\n').some((line) => unescape(line.split(' ', 5).at(4)) === path);
}

function unescape(field: string | undefined): string | undefined {
  return field?.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
}
