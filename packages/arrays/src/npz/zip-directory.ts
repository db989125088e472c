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

/** The list of entries at the end of an archive. */
export class ZipDirectory {
  /** The error of the disk or of the signal, which is not about the archive. */
  private failure: unknown;
  private readonly archive: ZipReader<unknown>;

  constructor(
    private readonly file: PagedFile,
    private readonly place: ArrayFilePlace,
    private readonly signal: AbortSignal | undefined,
  ) {
    const readUint8Array = (index: number, length: number) => this.read(index, length);
    // zip.js takes any object with a size and this method, but its types know only its own class.
    const reader = { size: file.size, readUint8Array } as unknown as Reader<unknown>;
    this.archive = new ZipReader(reader, {
      useWebWorkers: false,
      // Names are only shown, so none is dangerous.
      filenameValidation: 'tolerant',
      checkLocalFilename: true,
    });
  }

  /**
   * The entries in the list's order; folders are left out.
   *
   * @throws ArrayFileError when the list can not be understood, or has too many of them
   */
  async entries(max: number): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    try {
      for await (const entry of this.archive.getEntriesGenerator()) {
        this.signal?.throwIfAborted();
        if (entries.length === max) throw tooMany(max, this.place);
        if (!entry.directory) entries.push(entry);
      }
    } catch (error) {
      throw this.asFault(error, this.place);
    }
    return entries;
  }

  /**
   * Where an entry's data begin. Its own header is compared with the list, and its bytes with those of the entries
   * before: none may lie over another.
   *
   * @throws ArrayFileError when they do not fit, or the entry is encrypted or packed in an unknown way
   */
  async dataOf(entry: FileEntry, place: ArrayFilePlace): Promise<number> {
    try {
      await entry.getData(new WritableStream(), { checkOverlappingEntryOnly: true });
      const start = entry.localDirectory?.dataOffset;
      if (start === undefined) throw new Error(ERR_LOCAL_FILE_HEADER_NOT_FOUND);
      return start;
    } catch (error) {
      throw this.asFault(error, place, entry.offset);
    }
  }

  private async read(index: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.file.size - index));
    if (wanted > MAX_DIRECTORY) throw tooLong(wanted, this.place);
    try {
      return await this.file.readDirect(index, wanted, this.signal);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** Errors of the disk or of the signal pass unchanged; those of zip.js become ArrayFileErrors. */
  private asFault(error: unknown, place: ArrayFilePlace, offset?: number): unknown {
    this.signal?.throwIfAborted();
    if (error === this.failure || error instanceof ArrayFileError || !(error instanceof Error)) return error;
    const [problem, expected, received] = MEANINGS.get(error.message) ?? [
      'archive',
      'one that can be understood',
      reasonOf(error),
    ];
    return new ArrayFileError(place, { problem, expected, received, offset }, { cause: error });
  }
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

function reasonOf(error: Error): string {
  const reason = error.message === ERR_AMBIGUOUS_ARCHIVE && 'reason' in error ? error.reason : error.message;
  return String(reason).toLowerCase();
}
