import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/**
 * What `bench-results.json` holds.
 *
 * @typedef {object} Results
 * @property {1} format
 * @property {boolean} quick
 * @property {Record<string, string>} machine
 * @property {import('./line.js').Line[]} lines
 * @property {{ row: string, name: string, reason: string }[]} failures
 */

/**
 * The results of this run with, for the rows that it left out, those of an earlier run of the same kind on the same
 * machine with the same versions: peer and ours of a row are always of one run.
 *
 * @param {Results} now
 * @param {Results | undefined} before
 * @param {readonly string[]} measured the rows of this run
 * @param {readonly string[]} order the names of all rows
 * @returns {Results}
 */
export function merge(now, before, measured, order) {
  const alike =
    before?.format === now.format &&
    before.quick === now.quick &&
    JSON.stringify(before.machine) === JSON.stringify(now.machine);
  if (!alike) return now;
  const keep = ({ row }) => !measured.includes(row);
  const place = ({ row }) => order.indexOf(row);
  const join = (old, fresh) => [...old.filter(keep), ...fresh].sort((a, b) => place(a) - place(b));
  return { ...now, lines: join(before.lines, now.lines), failures: join(before.failures, now.failures) };
}

/** Reads results. A file that is not there or holds something else is none. */
export function readResults(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes results. */
export async function writeResults(file, results) {
  mkdirSync(dirname(file), { recursive: true });
  await writeFileAtomic(file, `${JSON.stringify(results, null, 2)}\n`);
}
