import type { LogisticRegression } from '@tenfold/estimators';
import { InputError } from '@tenfold/errors';
import { type Label, Matrix } from '@tenfold/linalg';

/** Images to predict. */
export interface PredictTask {
  /** Image after image, from 0 (black) to 255 (white). */
  readonly pixels: Uint8Array;
  readonly count: number;
  /** The largest value of a pixel in the data that the model was trained on. */
  readonly maximum: number;
}

/**
 * The probabilities of each class for images: one row an image, one value a class.
 *
 * @throws InputError when the images are of another size than the model's
 */
export function predictImages(
  model: LogisticRegression,
  { pixels, count, maximum }: PredictTask,
): { classes: Label[]; probabilities: Float32Array } {
  const columns = model.nFeatures;
  if (count === 0 || pixels.length !== count * columns) {
    throw new InputError(
      `the model takes images of ${columns} pixels; ${pixels.length} bytes are not ${count} of them`,
    );
  }
  const values = Float64Array.from(pixels, (pixel) => (pixel * maximum) / 255);
  const probabilities = model.predictProba(Matrix.from1DArray(count, columns, values));
  return {
    classes: [...model.classes],
    probabilities: Float32Array.from(probabilities.to1DArray()),
  };
}
