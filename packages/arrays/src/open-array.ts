import { checkInteger } from '@tenfold/core';

import type { ArrayEntry, BrokenEntry } from './array/array-entry.js';
import { ArrayFileError, type ArrayFilePlace, type ArrayFormat } from './array-file-error.js';
import { checkLength, FileArray } from './array/file-array.js';
import type { ArrayLayout } from './array/layout.js';
import { FileText, type TextArray, type TextLayout } from './array/text-array.js';
import type { Content } from './bytes/content.js';
import type { ByteSource } from './bytes/byte-source.js';
import { FilePart } from './bytes/file-part.js';
import { Inflated } from './bytes/inflated.js';
import { PagedFile } from './bytes/paged-file.js';
import { UnpackedMemory } from './bytes/unpacked-memory.js';
import { detect, DETECT_BYTES, type Detected } from './detect.js';
import { displayName } from './display-name.js';
import { readIdxLayout } from './idx/idx-layout.js';
import { readNpyLayout } from './npy/npy-layout.js';
import { openNpz } from './npz/open-npz.js';
import { checkOptions, type OpenArrayOptions, type OpenSettings } from './settings.js';

/** A file of arrays. */
export interface ArrayFile {
  /** Its name, as it was given to `openArray`. */
  readonly name: string;
  readonly format: ArrayFormat;
  /** Whether it is packed as a whole by gzip. */
  readonly gzipped: boolean;
  /** Bytes of the file. */
  readonly size: number;
  /** Its arrays: one, or for NPZ any number, in the archive's order. */
  readonly entries: readonly ArrayEntry[];
  /** Its arrays of text, when they were asked for. */
  readonly texts: readonly TextArray[];
  /** The archive's entries that cannot be read as arrays. */
  readonly broken: readonly BrokenEntry[];
}

/**
 * Opens a file of arrays: IDX or NPY, both also gzipped, or NPZ. Its first bytes decide which, not its name. Only
 * headers are read, some kilobytes; elements are read when an entry is asked for them. Nothing in a file is ever run
 * or unpickled.
 *
 * Plain files and stored entries of archives are read by pages and may be of any size. Packed ones are unpacked from
 * their beginning up to what is asked for, and kept; those of more than `maxUnpackedBytes` are refused.
 *
 * Source: the NPY format's description, NumPy Enhancement Proposal 1; the description of IDX beside the MNIST
 * database.
 *
 * @param source the file's bytes
 * @throws ArrayFileError when it is no such file, or a broken one, with the byte where it is wrong
 * @throws ParameterError when an option is none
 */
export async function openArray(source: ByteSource, options: OpenArrayOptions = {}): Promise<ArrayFile> {
  const settings = checkOptions(options);
  checkInteger('openArray', 'source.size', source.size, { min: 0 });
  const file = new PagedFile(source, { file: settings.name }, settings.pageBytes, settings.cacheBytes);
  const start = await file.readDirect(0, Math.min(DETECT_BYTES, file.size), settings.signal);
  const detected = detect(start, settings.name);
  if (detected === 'zip') {
    return { ...about(file, settings, 'npz'), ...(await openNpz(file, settings)) };
  }
  return detected === 'gzip' ? openGzip(file, settings) : openPlain(file, settings, detected);
}

async function openPlain(file: PagedFile, settings: OpenSettings, format: 'idx' | 'npy'): Promise<ArrayFile> {
  const place: ArrayFilePlace = { file: settings.name, format };
  const read = (length: number) => file.readDirect(0, Math.min(length, file.size), settings.signal);
  const layout = await readLayout(format, read, place, settings.texts);
  checkLength(layout, file.size, place, format === 'npy');
  const content = new FilePart(file, place, 0, file.size);
  return { ...about(file, settings, format), ...onlyArray(layout, place, content, settings) };
}

async function openGzip(file: PagedFile, settings: OpenSettings): Promise<ArrayFile> {
  const { name, signal } = settings;
  const packed = { file, place: { file: name }, start: 0, end: file.size, layer: 'gzip' } as const;
  const content = new Inflated(packed, new UnpackedMemory(settings.maxUnpackedBytes));
  const read = (length: number) => content.read(0, length, signal);
  const format = insideGzip(detect(await read(DETECT_BYTES), name), name);
  const place: ArrayFilePlace = { file: name, format };
  const layout = await readLayout(format, read, place, settings.texts);
  content.expect(layout.headerLength + layout.bodyLength);
  return { ...about(file, settings, format), gzipped: true, ...onlyArray(layout, place, content, settings) };
}

/** The array of a file that has one. */
function onlyArray(
  layout: ArrayLayout | TextLayout,
  place: ArrayFilePlace,
  content: Content,
  settings: OpenSettings,
): Pick<ArrayFile, 'entries' | 'texts' | 'broken'> {
  const name = displayName(settings.name);
  return 'text' in layout
    ? { entries: [], texts: [new FileText(name, place, layout, content, settings.maxReadBytes)], broken: [] }
    : { entries: [new FileArray(name, layout, content, settings)], texts: [], broken: [] };
}

function insideGzip(detected: Detected, file: string): 'idx' | 'npy' {
  if (detected === 'idx' || detected === 'npy') return detected;
  const received = detected === 'zip' ? 'an archive within gzip' : 'gzip within gzip';
  throw new ArrayFileError(
    { file },
    {
      problem: 'format',
      expected: 'an IDX or NPY file within gzip',
      received,
      advice: 'unpack it and open what is in it',
    },
  );
}

function readLayout(
  format: 'idx' | 'npy',
  read: (length: number) => Promise<Uint8Array>,
  place: ArrayFilePlace,
  texts: boolean,
): Promise<ArrayLayout | TextLayout> {
  return format === 'idx' ? readIdxLayout(read, place) : readNpyLayout(read, place, texts);
}

function about({ size }: PagedFile, { name }: OpenSettings, format: ArrayFormat) {
  return { name, format, gzipped: false, size };
}
