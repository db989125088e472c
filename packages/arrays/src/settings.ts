import { checkBoolean, checkInteger, checkNames, ParameterError } from '@tenfold/core';

import type { ReadLimits } from './array/gather.js';

/** The options of `openArray`. */
export interface OpenArrayOptions {
  /** The name of the file in errors. Default "the file". */
  name?: string;
  /** Bytes of a page, at least 512. Default 64 KiB. */
  pageBytes?: number;
  /** The most bytes of pages that are kept. Default 32 MiB. */
  cacheBytes?: number;
  /** The most bytes that packed data may unpack to and be kept, of one file together. Default 512 MiB. */
  maxUnpackedBytes?: number;
  /** The most bytes that one reading may give. Default 256 MiB. */
  maxReadBytes?: number;
  /** The most entries of an archive. Default 4096. */
  maxEntries?: number;
  /** Whether arrays of text are given, in `texts`. Default false: they are refused as other types are. */
  texts?: boolean;
  /** Stops the opening; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** The options, all of them, checked. */
export interface OpenSettings extends ReadLimits {
  readonly name: string;
  readonly maxUnpackedBytes: number;
  readonly maxEntries: number;
  readonly texts: boolean;
  readonly signal: AbortSignal | undefined;
}

const NAMES = [
  'name',
  'pageBytes',
  'cacheBytes',
  'maxUnpackedBytes',
  'maxReadBytes',
  'maxEntries',
  'texts',
  'signal',
];

/**
 * Checks the options and fills in what was left out.
 *
 * @throws ParameterError when one of them is none
 */
export function checkOptions(options: OpenArrayOptions): OpenSettings {
  checkNames('openArray', options, NAMES);
  const { name = 'the file', signal } = options;
  if (typeof name !== 'string') throw new ParameterError('openArray', 'name', 'text', name);
  const integer = (parameter: keyof OpenArrayOptions, fallback: number, min: number) =>
    checkInteger('openArray', parameter, options[parameter] ?? fallback, { min });
  const pageBytes = integer('pageBytes', 64 << 10, 512);
  return {
    name,
    signal,
    pageBytes,
    cacheBytes: integer('cacheBytes', 32 << 20, 0),
    maxUnpackedBytes: integer('maxUnpackedBytes', 512 << 20, 1),
    maxReadBytes: integer('maxReadBytes', 256 << 20, 1),
    maxEntries: integer('maxEntries', 4096, 0),
    texts: checkBoolean('openArray', 'texts', options.texts ?? false),
  };
}
