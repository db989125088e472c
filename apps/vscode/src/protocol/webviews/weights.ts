import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { classNumbers, count, doubles, label, ranking } from '../values.js';
import { modelSource, modelWeights } from './model.js';

/** What the panel shows: a model. */
export const weightsSource = modelSource;

/** The images that a model was tested on. */
export const testSet = v.object({
  /** How many there are. */
  count,
  /** The number of each one's class, and of the class that the model takes it for. */
  actual: classNumbers,
  predicted: classNumbers,
  /** Whether they were kept apart, or the model has seen them in training. */
  isHeldOut: v.boolean(),
});

/** The images that a model was tested on. */
export type TestSet = v.InferOutput<typeof testSet>;

/** An image of the test set, as the model takes it. */
export const testImage = v.object({
  /** Its place in the test set. */
  place: count,
  /** Its row in the data set. */
  row: count,
  pixels: doubles,
  /** What the weights are multiplied with: the pixels as the transformers before the model give them. */
  weighed: doubles,
  /** The prediction for it: all classes, the most probable first. */
  ...ranking.entries,
  /** Its label; null when the model has no such class. */
  actual: v.nullable(label),
});

/** An image of the test set, as the model takes it. */
export type TestImage = v.InferOutput<typeof testImage>;

/** What the host does for the webview. */
export const weightsContract = {
  load: { params: v.object({}), result: modelWeights },
  /** Null when the model is a file of its own, which knows no images. */
  testSet: { params: v.object({}), result: v.nullable(testSet) },
  image: { params: v.object({ place: count }), result: testImage },
  draw: { params: v.object({}), result: v.null() },
} satisfies Contract;
