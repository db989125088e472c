import { InputError } from '@tenfold/core';

/** The formats that `openArray` knows. */
export type ArrayFormat = 'idx' | 'npy' | 'npz';

/**
 * What is wrong with a file: it is in none of the formats (`format`); its header says nothing that can be read
 * (`header`); its elements are of a type that is not read (`dtype`); it ends too early (`truncated`); bytes follow
 * behind its end (`length`); it needs more memory than the caller allows (`too-large`); its compressed bytes make no
 * sense (`damaged`); it does not unpack to what its checksum says (`checksum`); it is encrypted (`encrypted`) or
 * packed in a way that is not read (`compression`); the archive contradicts itself (`archive`); an entry lies over
 * another one (`overlap`) or is no array (`not-an-array`).
 */
export type ArrayFileProblem =
  | 'format'
  | 'header'
  | 'dtype'
  | 'truncated'
  | 'length'
  | 'too-large'
  | 'damaged'
  | 'checksum'
  | 'encrypted'
  | 'compression'
  | 'archive'
  | 'overlap'
  | 'not-an-array';

const SENTENCES: Readonly<Record<ArrayFileProblem, readonly [what: string, advice: string]>> = {
  format: ['is no file of arrays', 'open an IDX, NPY or NPZ file'],
  header: ['has a header that cannot be read', 'write the file again, with numpy.save for instance'],
  dtype: [
    'holds elements that are not read',
    'convert them to plain numbers with astype and save them again',
  ],
  truncated: ['is cut short', 'copy or download it again'],
  length: ['goes on behind its end', 'copy or download it again'],
  'too-large': ['is too large', 'unpack it and open the unpacked file, which is read by pages'],
  damaged: ['is damaged', 'copy or download it again'],
  checksum: ['is damaged', 'copy or download it again'],
  encrypted: ['is encrypted', 'save it without a password'],
  compression: ['is packed in a way that is not read', 'save it with numpy.savez or numpy.savez_compressed'],
  archive: ['is no sound ZIP archive', 'save it again, with numpy.savez for instance'],
  overlap: ['shares its bytes with another entry', 'save the archive again, with numpy.savez for instance'],
  'not-an-array': ['is no array', 'open it with another program'],
};

/** Where in a file something is wrong, and what. */
export interface ArrayFileFault {
  /** What is wrong. */
  readonly problem: ArrayFileProblem;
  /** What was expected there, in words. */
  readonly expected: string;
  /** What was found there, in words. */
  readonly received: string;
  /** The byte of the file, or of the unpacked data of a packed one, where it is wrong, counted from 0. */
  readonly offset?: number | undefined;
  /** What to do, as the words behind the sentence's semicolon; each problem has its own default. */
  readonly advice?: string | undefined;
}

/** Which file, and which array of it. */
export interface ArrayFilePlace {
  /** The file's name, as it was given to `openArray`. */
  readonly file: string;
  /** What it seems to be, as far as that is known. */
  readonly format?: ArrayFormat | undefined;
  /** The archive's entry. */
  readonly entry?: string | undefined;
}

/** A file cannot be read as arrays, or one of its arrays cannot. Its message is one sentence, with what to do. */
export class ArrayFileError extends InputError {
  readonly file: string;
  readonly format: ArrayFormat | undefined;
  readonly entry: string | undefined;
  readonly problem: ArrayFileProblem;
  readonly expected: string;
  readonly received: string;
  readonly offset: number | undefined;

  constructor(place: ArrayFilePlace, fault: ArrayFileFault, options?: ErrorOptions) {
    super(sentence(place, fault), options);
    this.file = place.file;
    this.format = place.format;
    this.entry = place.entry;
    this.problem = fault.problem;
    this.expected = fault.expected;
    this.received = fault.received;
    this.offset = fault.offset;
  }
}

function sentence({ file, entry }: ArrayFilePlace, fault: ArrayFileFault): string {
  const [what, defaultAdvice] = SENTENCES[fault.problem];
  const subject = entry === undefined ? file : `${file}: ${entry}`;
  const where = fault.offset === undefined ? '' : ` at byte ${fault.offset}`;
  const advice = fault.advice ?? defaultAdvice;
  return `${subject} ${what}${where}: expected ${fault.expected}, got ${fault.received}; ${advice}`;
}
