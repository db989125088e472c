import {
  checkBoolean,
  checkInteger,
  checkNames,
  checkNumber,
  checkOneOf,
  ParameterError,
} from '@tenfold/core';

import { MNIST_ORDERS, type MnistOrder } from '../../mnist/compose-mnist.js';
import { MNIST_MIRRORS } from '../../mnist/files.js';

/** The progress of a download. */
export interface MnistProgress {
  /**
   * `waiting` while another process downloads the same files, `downloading` for every piece that came, `verifying`
   * when a file is complete.
   */
  readonly phase: 'waiting' | 'downloading' | 'verifying';
  /** The file's name. */
  readonly file: string;
  /** Bytes of this file so far. */
  readonly received: number;
  /** Bytes of this file in all, when the server says so. */
  readonly total: number | undefined;
  /** How many files are complete. */
  readonly filesDone: number;
  /** How many files there are to download. */
  readonly filesTotal: number;
}

/** The options of `fetchMnist`. */
export interface FetchMnistOptions {
  /**
   * The folder to look in and to download to. Default: the environment's TENFOLD_DATA, else the platform's cache
   * folder.
   */
  dataHome?: string;
  /** The order of the rows. Default `original`. */
  order?: MnistOrder;
  /**
   * Folders on the web that hold the four files under their original names, with `.gz`; tried in this order instead of
   * MNIST_MIRRORS. To add one: `[mine, ...MNIST_MIRRORS]`.
   */
  mirrors?: readonly string[];
  /** Whether the package @tenfold/mnist is taken when it is installed. Default true. */
  usePackage?: boolean;
  /** How often a mirror is asked again after a failure that may pass, 0 or more. Default 3. */
  retries?: number;
  /** Milliseconds before the first retry; each further wait is twice as long, up to 8 s. Default 500. */
  retryDelay?: number;
  /** After so many milliseconds without a byte an attempt has failed, above 0. Default 30,000. */
  stallTimeout?: number;
  /** Stops the work; the promise then rejects with the signal's reason, and no unfinished file is left. */
  signal?: AbortSignal;
  /** Called with the progress of the download; not called when nothing is downloaded. */
  onProgress?: (progress: MnistProgress) => void;
}

/** The options, checked and complete. */
export interface CheckedOptions {
  readonly dataHome: string | undefined;
  readonly order: MnistOrder;
  readonly mirrors: readonly string[];
  readonly usePackage: boolean;
  readonly retries: number;
  readonly retryDelay: number;
  readonly stallTimeout: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: MnistProgress) => void;
}

const OWNER = 'fetchMnist';

const NAMES: readonly (keyof FetchMnistOptions)[] = [
  'dataHome',
  'order',
  'mirrors',
  'usePackage',
  'retries',
  'retryDelay',
  'stallTimeout',
  'signal',
  'onProgress',
];

/**
 * Checks the options once.
 *
 * @throws ParameterError when one is unknown or outside its range
 */
export function checkOptions(options: FetchMnistOptions): CheckedOptions {
  checkNames(OWNER, options, NAMES);
  const { dataHome, order = 'original', mirrors = MNIST_MIRRORS, usePackage = true } = options;
  const { retries = 3, retryDelay = 500, stallTimeout = 30_000, signal, onProgress } = options;
  if (dataHome !== undefined && (typeof dataHome !== 'string' || dataHome === '')) {
    throw new ParameterError(OWNER, 'dataHome', 'the path of a folder', dataHome);
  }
  return {
    dataHome,
    order: checkOneOf(OWNER, 'order', order, MNIST_ORDERS),
    mirrors: mirrors.map(checkMirror),
    usePackage: checkBoolean(OWNER, 'usePackage', usePackage),
    retries: checkInteger(OWNER, 'retries', retries, { min: 0 }),
    retryDelay: checkNumber(OWNER, 'retryDelay', retryDelay, { min: 0 }),
    stallTimeout: checkNumber(OWNER, 'stallTimeout', stallTimeout, { above: 0 }),
    signal,
    onProgress: onProgress ?? (() => undefined),
  };
}

/** A mirror's address, ending in a slash so that names can be put behind it. */
function checkMirror(mirror: string): string {
  try {
    const { protocol } = new URL(mirror);
    if (protocol === 'http:' || protocol === 'https:') return mirror.endsWith('/') ? mirror : `${mirror}/`;
  } catch {
    // Said below, as for an address of another kind.
  }
  throw new ParameterError(OWNER, 'mirrors', 'addresses that begin with http:// or https://', mirror);
}
