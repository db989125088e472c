import * as v from 'valibot';

import { count, label } from './values.js';

/** Most classes of a matrix in a notebook: a picture of more helps nobody. */
const MOST_CLASSES = 1000;

/** What an output of the type `application/vnd.tenfold.confusion-matrix+json` holds. */
export const matrixOutput = v.pipe(
  v.object({
    classes: v.pipe(v.array(label), v.minLength(1), v.maxLength(MOST_CLASSES)),
    /** Row: actual; column: predicted. */
    confusionMatrix: v.array(v.array(count)),
  }),
  v.check(
    ({ classes, confusionMatrix }) =>
      confusionMatrix.length === classes.length &&
      confusionMatrix.every((row) => row.length === classes.length),
    'Expected as many rows, and as many counts in each, as there are classes',
  ),
);

/** What an output of that type holds. */
export type MatrixOutput = v.InferOutput<typeof matrixOutput>;
