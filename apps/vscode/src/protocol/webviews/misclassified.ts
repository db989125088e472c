import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { classNumbers, count, imagePage, label, ranking, rowNumbers, uri, views } from '../values.js';

/** What the panel shows: a run's folder. */
export const misclassifiedSource = v.object({ run: uri });

/** The rows that a model got wrong, as numbers of its classes. */
const mistakes = v.object({
  name: v.string(),
  /** Height and width of the images; null when the rows are no images. */
  shape: v.nullable(v.tuple([count, count])),
  maximum: v.number(),
  classes: v.array(label),
  /** How many rows were tried. */
  tested: count,
  isHeldOut: v.boolean(),
  rows: rowNumbers,
  actual: classNumbers,
  predicted: classNumbers,
  ...ranking.entries,
  /** What can be looked at in the model. */
  views,
});

/** The rows that a model got wrong. */
export type Mistakes = v.InferOutput<typeof mistakes>;

/** What the host does for the webview. */
export const misclassifiedContract = {
  load: { params: v.object({}), result: mistakes },
  images: { params: v.object({ rows: rowNumbers }), result: imagePage },
  /** Opens another view of the run. */
  open: { params: v.object({ view: v.picklist(['report', 'matrix', 'weights']) }), result: v.null() },
  /** Shows the training rows that vote on a row. */
  showNeighbors: { params: v.object({ row: count }), result: v.null() },
} satisfies Contract;
