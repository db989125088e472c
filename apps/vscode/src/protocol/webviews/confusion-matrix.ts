import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { trainResult } from '../training.js';
import { count, imagePage, uri } from '../values.js';

/** What the panel shows: a run's folder. */
export const confusionMatrixSource = v.object({ run: uri });

/** What the host does for the webview. */
export const confusionMatrixContract = {
  load: { params: v.object({}), result: v.object({ name: v.string(), result: trainResult }) },
  /** The images behind a cell: `actual` and `predicted` are numbers of classes. */
  cell: {
    params: v.object({ actual: count, predicted: count, most: count }),
    result: v.object({ total: count, shape: v.tuple([count, count]), page: imagePage }),
  },
} satisfies Contract;
