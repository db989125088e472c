import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { evaluation } from '../training.js';
import { classNumbers, datasetFacts, datasetRef, imagePage, prediction, rowNumbers, uri } from '../values.js';

/** What the panel shows: a data set, and the predictions of a run's model, if a run is named. */
export const digitsSource = v.object({ dataset: datasetRef, run: v.exactOptional(uri) });

/** What the panel shows. */
export type DigitsSource = v.InferOutput<typeof digitsSource>;

/** The predictions of a model for the rows that it was tested on. */
const testedRun = v.object({ name: v.string(), evaluation, isHeldOut: v.boolean() });

/** The predictions of a model for the rows that it was tested on. */
export type TestedRun = v.InferOutput<typeof testedRun>;

/** What a model says of some images: of each all classes. */
const predictions = v.object({ model: v.string(), ...prediction.entries });

/** What a model says of some images. */
export type Predictions = v.InferOutput<typeof predictions>;

/** What the host does for the webview. */
export const digitsContract = {
  /** `codes`: the number of each row's class; `run`: what the run's model says, or why that is not known. */
  load: {
    params: v.object({}),
    result: v.object({
      facts: datasetFacts,
      codes: classNumbers,
      run: v.nullable(testedRun),
      runProblem: v.nullable(v.string()),
    }),
  },
  images: { params: v.object({ rows: rowNumbers }), result: imagePage },
  /** Asks for a run where none is named. Null when the user thinks better of it. */
  predict: { params: v.object({ rows: rowNumbers }), result: v.nullable(predictions) },
} satisfies Contract;
