import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-reader.js';

import type { ArrayEntry, BrokenEntry } from '../array/array-entry.js';
import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';
import { checkLength, FileArray } from '../array/file-array.js';
import { FileText, type TextArray } from '../array/text-array.js';
import type { Content } from '../bytes/content.js';
import { FilePart } from '../bytes/file-part.js';
import { Inflated } from '../bytes/inflated.js';
import type { PagedFile } from '../bytes/paged-file.js';
import { UnpackedMemory } from '../bytes/unpacked-memory.js';
import { displayName } from '../display-name.js';
import { readNpyLayout } from '../npy/npy-layout.js';
import type { OpenSettings } from '../settings.js';
import { ZipDirectory } from './zip-directory.js';

const STORED = 0;
const DEFLATED = 8;
const EXTENSION = /\.npy$/i;

/** What the entries of an archive have in common. */
interface Archive {
  readonly file: PagedFile;
  readonly directory: ZipDirectory;
  readonly memory: UnpackedMemory;
}

type EntryPlace = ArrayFilePlace & { readonly entry: string };

/**
 * Opens an archive of NPY files. What is wrong with one entry does not keep the others from being read.
 *
 * @throws ArrayFileError when it is no sound archive, or one of something else
 */
export async function openNpz(
  file: PagedFile,
  settings: OpenSettings,
): Promise<{ entries: ArrayEntry[]; texts: TextArray[]; broken: BrokenEntry[] }> {
  const place: ArrayFilePlace = { file: settings.name, format: 'npz' };
  const directory = new ZipDirectory(file, place, settings.signal);
  const listed = await directory.entries(settings.maxEntries);
  if (listed.length > 0 && !listed.some(({ filename }) => EXTENSION.test(filename)))
    throw noArrays(settings.name);
  const packing = { file, directory, memory: new UnpackedMemory(settings.maxUnpackedBytes) };
  const entries: ArrayEntry[] = [];
  const texts: TextArray[] = [];
  const broken: BrokenEntry[] = [];
  for (const entry of listed) {
    const name = displayName(entry.filename.replace(EXTENSION, ''));
    try {
      const opened = await openEntry(entry, { ...place, entry: name }, packing, settings);
      if ('readText' in opened) texts.push(opened);
      else entries.push(opened);
    } catch (error) {
      if (!(error instanceof ArrayFileError)) throw error;
      broken.push({ name, error });
    }
  }
  return { entries, texts, broken };
}

async function openEntry(
  entry: FileEntry,
  place: EntryPlace,
  archive: Archive,
  settings: OpenSettings,
): Promise<ArrayEntry | TextArray> {
  const { signal } = settings;
  const start = await archive.directory.dataOf(entry, place);
  if (!EXTENSION.test(entry.filename)) throw notAnArray(place);
  const content = contentOf(entry, start, place, archive);
  const read = (length: number) => content.read(0, length, signal, false);
  const layout = await readNpyLayout(read, place, settings.texts);
  checkLength(layout, entry.uncompressedSize, place, true);
  if ('text' in layout) return new FileText(place.entry, place, layout, content, settings.maxReadBytes);
  return new FileArray(place.entry, layout, content, settings);
}

function contentOf(
  { compressionMethod, compressedSize, uncompressedSize, crc32 }: FileEntry,
  start: number,
  place: ArrayFilePlace,
  { file, memory }: Archive,
): Content {
  const method: number = compressionMethod;
  if (method === STORED && compressedSize === uncompressedSize) {
    return new FilePart(file, place, start, uncompressedSize, crc32);
  }
  if (method === DEFLATED) {
    const packed = {
      file,
      place,
      start,
      end: start + compressedSize,
      layer: 'deflate',
      checksum: crc32,
    } as const;
    return new Inflated(packed, memory, uncompressedSize);
  }
  const expected = 'an entry that is stored or deflated';
  const received = method === STORED ? 'a stored one of two sizes' : `method ${method}`;
  throw new ArrayFileError(place, { problem: 'compression', expected, received, offset: start });
}

function noArrays(file: string): ArrayFileError {
  const expected = 'an archive with NPY files in it';
  return new ArrayFileError({ file }, { problem: 'format', expected, received: 'an archive of other files' });
}

function notAnArray(place: ArrayFilePlace): ArrayFileError {
  return new ArrayFileError(place, {
    problem: 'not-an-array',
    expected: 'a name that ends in .npy',
    received: 'another name',
  });
}
