import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { doubles, ranking } from '../values.js';
import { modelForm, modelSource } from './model.js';

/** What the panel shows: the model that looks at what is drawn. */
export const drawSource = modelSource;

/** What the host does for the webview. */
export const drawContract = {
  load: { params: v.object({}), result: modelForm },
  /** The prediction for an image: all classes, the most probable first. */
  predict: { params: v.object({ image: doubles }), result: ranking },
  /** Shows what weighs in the model. */
  showWeights: { params: v.object({}), result: v.null() },
  /** Shows the training rows that vote on an image. */
  showNeighbors: { params: v.object({ image: doubles }), result: v.null() },
  /** A drawing was looked at: the walkthrough's last step is done. */
  wasRead: { params: v.object({}), result: v.null() },
  /** Trains on digits and opens a page for that model. */
  trainDigits: { params: v.object({}), result: v.null() },
} satisfies Contract;
