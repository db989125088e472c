import { shownText } from '@tenfold/core';

const MAX_LENGTH = 200;

/**
 * A name from a file that is safe to show: invisible characters become U+FFFD, line ends become spaces, and what is
 * very long is cut. It is a name and nothing else: slashes and dots in it lead nowhere. To put it into HTML it must still
 * be escaped.
 *
 * @param name the name as it is in the file
 */
export function displayName(name: string): string {
  // Whole characters, not halves of them.
  const characters = Array.from(name.slice(0, 2 * MAX_LENGTH + 1));
  const shown = characters.length <= MAX_LENGTH ? characters : [...characters.slice(0, MAX_LENGTH - 1), '…'];
  return shownText(shown.join(''));
}
