import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { neighbors } from '../training.js';
import { count, doubles, label, rowNumbers } from '../values.js';
import { modelForm, modelSource } from './model.js';
import { testSet } from './weights.js';

/** What the panel shows: a model. */
export const neighborsSource = modelSource;

/** A row that the training rows vote on: one that was tested on, by its place there, or features of one's own. */
export const neighborQuery = v.union([v.object({ place: count }), v.object({ image: doubles })]);

/** A row that the training rows vote on. */
export type NeighborQuery = v.InferOutput<typeof neighborQuery>;

/** A row that another page asks about; the numbers of queries grow. */
export const askedQuery = v.object({ number: count, query: neighborQuery });

/** A row that another page asks about. */
export type AskedQuery = v.InferOutput<typeof askedQuery>;

/** A row, and the training rows that vote on it. */
export const vote = v.object({
  /** The row's features, in the units of the data. */
  features: doubles,
  /** Its number in the data set, and its label; null of a row of one's own. */
  row: v.nullable(count),
  actual: v.nullable(label),
  neighbors,
  /** The numbers of the neighbours in the data set; null when that is not known. */
  rows: v.nullable(rowNumbers),
});

/** A row, and the training rows that vote on it. */
export type Vote = v.InferOutput<typeof vote>;

/** What the host does for the webview. */
export const neighborsContract = {
  load: { params: v.object({}), result: modelForm },
  /** Null when the model is a file of its own, which knows no images. */
  testSet: { params: v.object({}), result: v.nullable(testSet) },
  vote: { params: neighborQuery, result: vote },
  /** Tells which row other pages ask about, until the page is closed. `seen`: the number of the last query that it knows, or 0. */
  queries: { params: v.object({ seen: count }), result: v.null(), notice: askedQuery },
  draw: { params: v.object({}), result: v.null() },
} satisfies Contract;
