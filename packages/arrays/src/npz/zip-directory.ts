import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_BAD_FORMAT,
  ERR_CENTRAL_DIRECTORY_NOT_FOUND,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EOCDR_NOT_FOUND,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type Entry,
  type FileEntry,
  type Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-reader.js';

import { ArrayFileError, type ArrayFileFault, type ArrayFilePlace } from '../array-file-error.js';
import type { PagedFile } from '../bytes/paged-file.js';

/** The most bytes of the list of entries: far more than the most entries need. */
const MAX_DIRECTORY = 32 << 20;

type Meaning = readonly [problem: ArrayFileFault['problem'], expected: string, received: string];

/** What zip.js's errors mean to those who opened the file. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  [ERR_EOCDR_NOT_FOUND, ['truncated', "the archive's list of entries at the end", 'other bytes']],
  [ERR_CENTRAL_DIRECTORY_NOT_FOUND, ['truncated', "the archive's whole list of entries", 'a part of it']],
  [ERR_BAD_FORMAT, ['archive', 'a ZIP archive', 'something else']],
  [ERR_ENCRYPTED, ['encrypted', 'an entry without a password', 'one with a password']],
  [ERR_UNSUPPORTED_ENCRYPTION, ['encrypted', 'an entry without a password', 'one with a password']],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, ['encrypted', 'a list of entries in the clear', 'an encrypted one']],
  [ERR_UNSUPPORTED_COMPRESSION, ['compression', 'an entry that is stored or deflated', 'another method']],
  [ERR_LOCAL_FILE_HEADER_NOT_FOUND, ['archive', "an entry's header where the list says", 'other bytes']],
  [ERR_ENTRY_DATA_OUT_OF_BOUNDS, ['archive', 'an entry within the archive', 'one beyond its end']],
  [ERR_OVERLAPPING_ENTRY, ['overlap', 'bytes of its own', 'those of another entry']],
]);

/** An archive's entries as its list has them; directories are left out. */
export async function listEntries(
  file: PagedFile,
  maxEntries: number,
  place: ArrayFilePlace,
  signal?: AbortSignal,
): Promise<FileEntry[]> {
  const archive = new ZipReader(readerOf(file, place, signal), {
    useWebWorkers: false,
    // Names are only shown, so none is dangerous.
    filenameValidation: 'tolerant',
  });
  const entries: FileEntry[] = [];
  try {
    for await (const entry of archive.getEntriesGenerator()) {
      signal?.throwIfAborted();
      if (entries.length === maxEntries) throw tooMany(maxEntries, place);
      if (isFile(entry)) entries.push(entry);
    }
  } catch (error) {
    throw asFault(error, place, signal);
  }
  return entries;
}

/**
 * Where an entry's data begin. Its own header is compared with the archive's list, and its bytes with those of the
 * entries before: none may lie over another.
 *
 * @throws ArrayFileError when they do not fit, or the entry is encrypted or packed in an unknown way
 */
export async function findData(
  entry: FileEntry,
  place: ArrayFilePlace,
  signal?: AbortSignal,
): Promise<number> {
  try {
    await entry.getData(new WritableStream(), { checkOverlappingEntryOnly: true, useWebWorkers: false });
  } catch (error) {
    throw asFault(error, place, signal, entry.offset);
  }
  const start = entry.localDirectory?.dataOffset;
  if (start !== undefined) return start;
  throw asFault(new Error(ERR_LOCAL_FILE_HEADER_NOT_FOUND), place, signal, entry.offset);
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

function readerOf(file: PagedFile, place: ArrayFilePlace, signal?: AbortSignal): Reader<unknown> {
  const readUint8Array = (index: number, length: number) => {
    const wanted = Math.max(0, Math.min(length, file.size - index));
    if (wanted > MAX_DIRECTORY) throw tooLong(wanted, place);
    return file.readDirect(index, wanted, signal);
  };
  // zip.js takes any object with a size and this method, but its types know only its own class.
  return { size: file.size, readUint8Array } as unknown as Reader<unknown>;
}

function tooMany(limit: number, place: ArrayFilePlace): ArrayFileError {
  const advice = 'save fewer arrays in one archive';
  return new ArrayFileError(place, {
    problem: 'too-large',
    expected: `at most ${limit} entries`,
    received: 'more',
    advice,
  });
}

function tooLong(length: number, place: ArrayFilePlace): ArrayFileError {
  const expected = `a list of entries of at most ${MAX_DIRECTORY} bytes`;
  const advice = 'save fewer arrays in one archive';
  return new ArrayFileError(place, { problem: 'too-large', expected, received: `${length}`, advice });
}

/** What failed outside keeps its own error; what zip.js found becomes one of ours. */
function asFault(error: unknown, place: ArrayFilePlace, signal?: AbortSignal, offset?: number): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (!(error instanceof Error) || error instanceof ArrayFileError || 'code' in error) return error;
  const [problem, expected, received] = MEANINGS.get(error.message) ?? [
    'archive',
    'one that can be understood',
    reasonOf(error),
  ];
  return new ArrayFileError(place, { problem, expected, received, offset }, { cause: error });
}

function reasonOf(error: Error): string {
  const reason = error.message === ERR_AMBIGUOUS_ARCHIVE && 'reason' in error ? error.reason : error.message;
  return String(reason).toLowerCase();
}
