import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { errorCode } from '@tenfold/core';
import type * as MnistPackage from '@tenfold/mnist';

import type { MnistBytes } from '../../mnist/compose-mnist.js';

/**
 * The package @tenfold/mnist, when it is installed: beside this package, or where the program that runs would find it.
 * A package manager that keeps packages apart lets this one see only what it depends on, and the program that asked
 * for the images may be the only one which depends on them.
 */
export async function importInstalled(): Promise<typeof MnistPackage | undefined> {
  try {
    return await import('@tenfold/mnist');
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const path = resolveFromProgram();
  return path === undefined ? undefined : ((await import(pathToFileURL(path).href)) as typeof MnistPackage);
}

/**
 * MNIST from the package, or undefined when it is not installed.
 *
 * @throws OutsideError when the package is damaged
 */
export async function loadInstalled(signal: AbortSignal | undefined): Promise<MnistBytes | undefined> {
  const mnist = await importInstalled();
  if (mnist === undefined) return undefined;
  const { images, labels } = await mnist.loadMnist(signal === undefined ? {} : { signal });
  return { images: images.data, labels };
}

function resolveFromProgram(): string | undefined {
  for (const start of [...programFile(), join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(start).resolve('@tenfold/mnist');
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return undefined;
}

/** The file that runs, behind the link in node_modules/.bin; none in a REPL. */
function programFile(): string[] {
  try {
    return [realpathSync(process.argv[1])];
  } catch {
    return [];
  }
}

function isMissing(error: unknown): boolean {
  return ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(errorCode(error) ?? '');
}
