import { type ArrayEntry, type ArrayFile, displayName } from '@tenfold/arrays';

import type { ArrayEntryFacts, ArrayFileFacts } from '../../../protocol/webviews/array.js';

/**
 * The facts of a file that the page shows.
 *
 * @param file the file
 * @param labels for each array the labels of its images, if there are any
 */
export function fileFacts(file: ArrayFile, labels: readonly (ArrayEntry | undefined)[]): ArrayFileFacts {
  return {
    format: file.format,
    gzipped: file.gzipped,
    size: file.size,
    entries: file.entries.map((entry, place) => entryFacts(entry, labels[place])),
    broken: file.broken.map(({ name, error }) => ({ name, reason: error.message })),
  };
}

function entryFacts(entry: ArrayEntry, labels: ArrayEntry | undefined): ArrayEntryFacts {
  const { name, dtype, shape, kind, byteLength, rows, rowLength } = entry;
  return {
    name,
    dtype,
    shape: [...shape],
    kind,
    byteLength,
    rows,
    rowLength,
    images: imageFacts(entry),
    labels: labels === undefined ? null : displayName(labels.name),
  };
}

function imageFacts({ images }: ArrayEntry): ArrayEntryFacts['images'] {
  if (images === undefined) return null;
  const { count, height, width, channels } = images;
  return { count, height, width, channels: channels === 1 ? 1 : 4 };
}
