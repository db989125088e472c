import type { ArrayEntry, ArrayFile } from '@tenfold/arrays';

import { arrayPairs } from '../../files/array-pairs.js';

/** The labels of an array of images in the same archive, as its names tell; undefined when there are none. */
export function labelsWithin({ entries }: ArrayFile, images: ArrayEntry): ArrayEntry | undefined {
  const facts = entries.map(({ name, dtype, shape }) => ({ name, dtype, shape: [...shape] }));
  const pair = arrayPairs(facts).find((candidate) => candidate.images === images.name);
  return pair && entries.find(({ name, rows }) => name === pair.labels && rows === images.rows);
}

/** The labels of an array of images in the file beside it, when it holds one for each. */
export function labelsOfFile({ entries }: ArrayFile, images: ArrayEntry): ArrayEntry | undefined {
  return entries.find(({ kind, rows }) => kind === 'vector' && rows === images.images?.count);
}
