import type { ArrayEntry, ArrayFile } from '@tenfold/arrays';
import { InputError } from '@tenfold/core';

import { labelsBeside } from '../../files/labels-beside.js';
import { extremes, type Extremes } from './array-extremes.js';
import type { Range } from './array-pixels.js';
import { labelsOfFile, labelsWithin } from './labels-of.js';

/** A folder in which files of arrays are opened. */
export interface ArrayFolder {
  /** Opens one of its files. */
  open(name: string): Promise<ArrayFile>;
  /** The names of its files. */
  names(): Promise<readonly string[]>;
}

/** A file of arrays that the editor shows, with what was found out about it. */
export class ShownFile {
  readonly name: string;
  readonly #folder: ArrayFolder;
  readonly #extremes = new Map<number, Promise<Extremes>>();
  #file: Promise<ArrayFile> | undefined;
  #beside: Promise<ArrayFile | undefined> | undefined;

  constructor(name: string, folder: ArrayFolder) {
    this.name = name;
    this.#folder = folder;
  }

  /** The file; opened when it is first asked for, and again after a failure. */
  file(): Promise<ArrayFile> {
    this.#file ??= this.#folder.open(this.name).catch((error: unknown) => {
      this.#file = undefined;
      throw error;
    });
    return this.#file;
  }

  /** An array by its place in the file. */
  async entry(place: number): Promise<ArrayEntry> {
    const { entries } = await this.file();
    if (place >= entries.length) throw new InputError(`${this.name} has ${entries.length} arrays.`);
    return entries[place];
  }

  /** The labels of an array of images, one for each: of the same archive, or of the file beside this one. */
  async labels(place: number): Promise<ArrayEntry | undefined> {
    const [file, images] = [await this.file(), await this.entry(place)];
    if (images.images === undefined) return undefined;
    if (file.format === 'npz') return labelsWithin(file, images);
    const beside = await (this.#beside ??= this.#openBeside());
    return beside && labelsOfFile(beside, images);
  }

  /** The smallest and the largest number of an array, as far as it was looked at. */
  extremes(place: number): Promise<Extremes> {
    const known = this.#extremes.get(place) ?? this.entry(place).then((entry) => extremes(entry));
    this.#extremes.set(place, known);
    known.catch(() => this.#extremes.delete(place));
    return known;
  }

  /** What black and white stand for in an array's images. */
  async range(place: number): Promise<Range> {
    const { dtype } = await this.entry(place);
    if (dtype === 'bool') return { low: 0, high: 1 };
    const { least, most } = await this.extremes(place);
    // Bytes go up to 255, save for images of few greys, as the digits' 0 to 16.
    if (dtype === 'uint8') return { low: 0, high: most === 0 || most > 16 ? 255 : most };
    return { low: Math.min(0, least), high: most };
  }

  async #openBeside(): Promise<ArrayFile | undefined> {
    try {
      const name = labelsBeside(this.name, await this.#folder.names());
      return name === undefined ? undefined : await this.#folder.open(name);
    } catch {
      // A file that is not there or is broken gives no labels; the images are shown without.
      return undefined;
    }
  }
}
