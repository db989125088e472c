import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { arrayFacts, bytes, count, doubles, uri } from '../values.js';

/** What the editor shows: a file. */
export const arraySource = v.object({ file: uri });

/** What the editor shows. */
export type ArraySource = v.InferOutput<typeof arraySource>;

const imageFacts = v.object({
  count,
  height: count,
  width: count,
  /** Bytes of a pixel in a page: grey, or red, green, blue and opacity. */
  channels: v.picklist([1, 4]),
});

/** An array of a file: what it is, and what it is best shown as. */
const arrayEntry = v.object({
  ...arrayFacts.entries,
  kind: v.picklist(['images', 'table', 'vector', 'scalar', 'other']),
  byteLength: count,
  rows: count,
  rowLength: count,
  /** How images lie in it, when they can. */
  images: v.nullable(imageFacts),
  /** The name of the labels of its images, when there is one for each. */
  labels: v.nullable(v.string()),
});

/** An array of a file. */
export type ArrayEntryFacts = v.InferOutput<typeof arrayEntry>;

/** A file of arrays. */
const arrayFile = v.object({
  format: v.picklist(['idx', 'npy', 'npz']),
  gzipped: v.boolean(),
  size: count,
  entries: v.array(arrayEntry),
  /** Entries of an archive that are no arrays, and why. */
  broken: v.array(v.object({ name: v.string(), reason: v.string() })),
});

/** A file of arrays. */
export type ArrayFileFacts = v.InferOutput<typeof arrayFile>;

const stretch = v.tuple([count, count]);

/** What the host does for the editor's page. `entry`: an array's place in the file. */
export const arrayContract = {
  /** The file, or why it cannot be shown, in a sentence. */
  open: {
    params: v.object({}),
    result: v.object({
      name: v.string(),
      file: v.nullable(arrayFile),
      problem: v.nullable(v.string()),
    }),
  },
  /** Images as bytes from black to white. */
  images: { params: v.object({ entry: count, from: count, count }), result: bytes },
  /** The values of an image's pixels, row after row, a pixel's channels together. */
  values: { params: v.object({ entry: count, image: count }), result: doubles },
  /** Numbers of a table as text, row after row: first and number of rows and of columns. */
  block: {
    params: v.object({ entry: count, rows: stretch, columns: stretch }),
    result: v.array(v.string()),
  },
  /** The labels of all images. */
  labels: { params: v.object({ entry: count }), result: doubles },
  /** The smallest and the largest number of the first `rows` rows. */
  extremes: {
    params: v.object({ entry: count }),
    result: v.object({ least: v.number(), most: v.number(), rows: count }),
  },
  openAsBytes: { params: v.object({}), result: v.null() },
} satisfies Contract;
