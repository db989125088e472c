import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import { OutsideError } from '@tenfold/core';

/** Nobody named a folder for data, and the user who runs the program has no home folder, as in many containers. */
export class NoDataHomeError extends OutsideError {
  constructor(options?: ErrorOptions) {
    super(
      'there is no folder for downloads: this user has no home folder. ' +
        'Set the environment’s TENFOLD_DATA to a folder that holds the files or is to get them, or, for MNIST, install @tenfold/mnist.',
      options,
    );
  }
}

/** The folder that the option names, else the environment's TENFOLD_DATA, else undefined. */
export function namedDataHome(option: string | undefined): string | undefined {
  const named = option ?? process.env.TENFOLD_DATA;
  return named === undefined || named === '' ? undefined : resolve(named);
}

/**
 * The platform's cache folder. (env-paths, which gives the same, fails when it is imported where there is no home.)
 *
 * @throws NoDataHomeError
 */
export function cacheFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(home(), 'Library', 'Caches', 'tenfold');
    case 'win32':
      return join(fromEnvironment('LOCALAPPDATA') ?? join(home(), 'AppData', 'Local'), 'tenfold', 'Cache');
    default:
      return join(fromEnvironment('XDG_CACHE_HOME') ?? join(home(), '.cache'), 'tenfold');
  }
}

function fromEnvironment(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function home(): string {
  const folder = homeIfKnown();
  if (folder === '') throw new NoDataHomeError();
  return folder;
}

/** Empty where there is neither a variable nor an entry of the user. */
function homeIfKnown(): string {
  try {
    return homedir();
  } catch (cause) {
    throw new NoDataHomeError({ cause });
  }
}
