import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { trainResult } from '../training.js';
import { count, imagePage, label, ranking, uri } from '../values.js';

/** What the panel shows: a run's folder. */
export const confusionMatrixSource = v.object({ run: uri });

/** How a matrix is drawn. */
export const matrixStyle = v.picklist(['theme', 'seaborn', 'matplotlib']);

/** What cells show: counts, or shares of the actual or of the predicted class. */
export const normalization = v.picklist(['counts', 'actual', 'predicted']);

/** What the host does for the webview. */
export const confusionMatrixContract = {
  /** `style`: the one that the user has set. */
  load: {
    params: v.object({}),
    /** `name` is that of the run's folder, `label` what the run is called in lists. */
    result: v.object({ name: v.string(), label: v.string(), result: trainResult, style: matrixStyle }),
  },
  /** The rows behind a cell, from the one numbered `from` on: `actual` and `predicted` are numbers of the run's classes. */
  cell: {
    params: v.object({ actual: count, predicted: count, from: count, most: count }),
    result: v.object({
      /** How many there are in all. */
      total: count,
      /** Height and width of the images; null when the rows are no images, and then there are no pixels. */
      shape: v.nullable(v.tuple([count, count])),
      page: imagePage,
      /** The model's classes, which `top` counts. */
      classes: v.array(label),
      ...ranking.entries,
    }),
  },
  /** Opens another view of the run. */
  open: { params: v.object({ view: v.picklist(['report', 'misclassified', 'weights']) }), result: v.null() },
  /** Asks where to, and writes the matrix as it is shown. False when the dialog is closed. */
  exportMatrix: {
    params: v.object({ format: v.picklist(['svg', 'png', 'csv']), style: matrixStyle, normalization }),
    result: v.boolean(),
  },
} satisfies Contract;
