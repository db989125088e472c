/** What is wrong with the name of a folder. */
export type NameProblem = 'empty' | 'long' | 'characters' | 'ends' | 'reserved' | 'taken';

/** The most characters of a name. */
export const LONGEST_NAME = 120;

const FORBIDDEN = /[\p{Cc}\\/:*?"<>|]/u;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * Says why a run's folder cannot be called so, on whatever system the folder may come to; undefined when it can.
 *
 * @param name the new name
 * @param others the names that are taken
 */
export function nameProblem(name: string, others: readonly string[]): NameProblem | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > LONGEST_NAME) return 'long';
  if (FORBIDDEN.test(name)) return 'characters';
  // Folders that begin with a dot are not listed: unfinished and deleted runs are called so.
  if (name.startsWith('.') || /^\s|[\s.]$/.test(name)) return 'ends';
  if (RESERVED.test(name)) return 'reserved';
  const taken = others.some((other) => other.toLowerCase() === name.toLowerCase());
  return taken ? 'taken' : undefined;
}
