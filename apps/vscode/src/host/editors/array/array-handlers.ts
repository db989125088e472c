import { type ArrayEntry, displayName, type Elements, type ImageLayout } from '@tenfold/arrays';
import { errorMessage, InputError, isTenfoldError } from '@tenfold/core';

import type { Handlers } from '../../../protocol/channel.js';
import type { arrayContract } from '../../../protocol/webviews/array.js';
import { fileFacts } from './array-facts.js';
import { imageBytes, imageValues } from './array-pixels.js';
import { blockTexts } from './array-texts.js';
import type { ShownFile } from './shown-file.js';

/** Numbers that a table's page may ask for at a time. */
const MOST_IN_BLOCK = 65_536;

/** What the page asks of a file itself. */
export type ArrayHandlers = Omit<Handlers<typeof arrayContract>, 'openAsBytes'>;

/** Answers what the editor's page asks of a file. */
export function arrayHandlers(shown: ShownFile): ArrayHandlers {
  return {
    open: () => openShown(shown),
    async images({ entry, from, count }, { signal }) {
      const range = await shown.range(entry);
      return imageBytes(await withImages(shown, entry), [from, count], range, signal);
    },
    async values({ entry, image }, { signal }) {
      return toDoubles(await imageValues(await withImages(shown, entry), [image, 1], signal));
    },
    async block({ entry, rows, columns }, { signal }) {
      const [[, down], [, across]] = [rows, columns];
      if (down * across > MOST_IN_BLOCK) throw new InputError('Too many numbers at a time.');
      return blockTexts(await shown.entry(entry), rows, columns, signal);
    },
    async labels({ entry }, { signal }) {
      const labels = await shown.labels(entry);
      return toDoubles(labels === undefined ? [] : await labels.readRows(0, labels.rows, signal));
    },
    extremes: ({ entry }) => shown.extremes(entry),
  };
}

async function openShown(shown: ShownFile) {
  const name = displayName(shown.name);
  try {
    const file = await shown.file();
    const labels = await Promise.all(file.entries.map((_, place) => shown.labels(place)));
    return { name, file: fileFacts(file, labels), problem: null };
  } catch (error) {
    if (!isOfFile(error)) throw error;
    return { name, file: null, problem: errorMessage(error) };
  }
}

/** Whether a failure is one of the file, or of the disk under it, and none of this program. */
function isOfFile(error: unknown): boolean {
  return isTenfoldError(error) ? error.kind !== 'internal' : error instanceof Error && 'code' in error;
}

async function withImages(shown: ShownFile, place: number): Promise<ArrayEntry & { images: ImageLayout }> {
  const entry = await shown.entry(place);
  if (entry.images === undefined) throw new InputError(`${entry.name} holds no images.`);
  return entry as ArrayEntry & { images: ImageLayout };
}

function toDoubles(values: Elements | readonly number[]): Float64Array {
  return Float64Array.from(values as Iterable<number | bigint>, Number);
}
