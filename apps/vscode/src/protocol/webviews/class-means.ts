import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { doubles } from '../values.js';
import { modelForm, modelSource } from './model.js';

/** What the panel shows: a model. */
export const classMeansSource = modelSource;

/** A figure of each feature in each class: see `ClassFigure` of @tenfold/base. */
export const classFigure = v.object({
  name: v.string(),
  label: v.string(),
  /** Row after row: one a class. */
  values: doubles,
  /** The smallest and the largest value that there can be; null where there are no such bounds. */
  range: v.nullable(v.tuple([v.number(), v.number()])),
});

/** A figure of each feature in each class. */
export type ClassFigure = v.InferOutput<typeof classFigure>;

/** What is typical of each class of a model. */
export const classMeans = v.object({ ...modelForm.entries, figures: v.array(classFigure) });

/** What is typical of each class of a model. */
export type ClassMeans = v.InferOutput<typeof classMeans>;

/** What the host does for the webview. */
export const classMeansContract = {
  load: { params: v.object({}), result: classMeans },
} satisfies Contract;
