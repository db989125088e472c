import { OutsideError } from '@tenfold/core';

/** One attempt at a download and why it failed. */
export interface DownloadAttempt {
  /** The address asked. */
  readonly url: string;
  /** Why it failed. */
  readonly reason: string;
}

/** No mirror gave a file. The message says what was tried, what to download by hand and where to put it. */
export class DownloadError extends OutsideError {
  /**
   * @param file the file that could not be had
   * @param attempts every attempt, in order
   * @param missing the names of all files that are still missing
   * @param folder where to put them
   */
  constructor(
    readonly file: string,
    readonly attempts: readonly DownloadAttempt[],
    readonly missing: readonly string[],
    readonly folder: string,
  ) {
    super(
      `could not download ${file} (${summarize(attempts)}).\n` +
        `Install @tenfold/mnist, or download ${missing.join(', ')} by hand and put ${missing.length === 1 ? 'it' : 'them'} into ${folder}.`,
    );
  }
}

/** Each address once, with its last reason and how often it was asked. */
function summarize(attempts: readonly DownloadAttempt[]): string {
  if (attempts.length === 0) return 'there is no mirror to ask';
  const urls = [...new Set(attempts.map(({ url }) => url))];
  return urls
    .map((url) => {
      const own = attempts.filter((attempt) => attempt.url === url);
      const times = own.length === 1 ? '' : `, ${own.length} attempts`;
      return `${url}: ${own[own.length - 1].reason}${times}`;
    })
    .join('; ');
}
