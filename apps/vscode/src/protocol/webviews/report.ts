import * as v from 'valibot';

import { type ShownView, VIEW_COMMANDS } from '../../model/views.js';
import type { Contract } from '../channel.js';
import { progressFigure, trainingPoint, trainResult } from '../training.js';
import { count, uri, views } from '../values.js';
import { matrixStyle } from './confusion-matrix.js';

/** What the panel shows: a run's folder. */
export const reportSource = v.object({ run: uri });

/** What the host does for the webview. */
export const reportContract = {
  load: {
    params: v.object({}),
    result: v.object({
      name: v.string(),
      /** When it was trained: ISO 8601. */
      created: v.string(),
      result: trainResult,
      /** The matrix's style that the user has set. */
      style: matrixStyle,
      /** The curve, when this window has trained the run; otherwise empty. */
      points: v.array(trainingPoint),
      /** What the points say. */
      figures: v.array(progressFigure),
      problems: count,
      /** What can be looked at in its model. */
      views,
    }),
  },
  /** Opens another view of the run. */
  open: {
    params: v.object({
      view: v.picklist([
        ...(['matrix', 'misclassified', 'draw', 'picture', 'model'] as const),
        ...(Object.keys(VIEW_COMMANDS) as ShownView[]),
      ]),
    }),
    result: v.null(),
  },
  /** Asks where to, and writes the run's report as one page of HTML. False when the dialog is closed. */
  saveHtml: { params: v.object({}), result: v.boolean() },
} satisfies Contract;
