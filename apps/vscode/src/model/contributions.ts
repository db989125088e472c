import type { ModelWeights } from '../protocol/webviews/model.js';

/** What of a model makes its scores w·x + b. */
export type Scoring = Pick<ModelWeights, 'coef' | 'intercept'>;

/** Whether all scores are of one row of coefficients: that of two classes, above 0 for the second. */
export function isBinary({ intercept }: Pick<Scoring, 'intercept'>): boolean {
  return intercept.length === 1;
}

/** What each pixel of an image adds to the score of a class. */
export interface Contributions {
  /** The number of the class. */
  readonly classNumber: number;
  /** w·x of each pixel. */
  readonly pixels: Float64Array;
  /** The sum of those that speak for the class. */
  readonly speaksFor: number;
  /** The sum of those that speak against it, below 0. */
  readonly speaksAgainst: number;
  readonly intercept: number;
  /** The sum of all: the class's score. */
  readonly score: number;
}

/**
 * The weights of a class. Of two classes, which share one row, the first has its negative.
 *
 * @param model the model
 * @param classNumber which class
 */
export function weightsOf(model: Scoring, classNumber: number): { weights: Float64Array; intercept: number } {
  const { coef, intercept } = model;
  const columns = coef.length / intercept.length;
  if (!isBinary(model)) {
    return {
      weights: coef.subarray(classNumber * columns, (classNumber + 1) * columns),
      intercept: intercept[classNumber],
    };
  }
  return classNumber === 1
    ? { weights: coef, intercept: intercept[0] }
    : { weights: coef.map((w) => -w), intercept: -intercept[0] };
}

/**
 * What each pixel adds to a class's score.
 *
 * @param model the model
 * @param classNumber which class
 * @param x the image
 */
export function contributions(model: Scoring, classNumber: number, x: ArrayLike<number>): Contributions {
  const { weights, intercept } = weightsOf(model, classNumber);
  const pixels = weights.map((w, j) => w * x[j]);
  const sum = (of: (value: number) => number): number => pixels.reduce((total, p) => total + of(p), 0);
  const speaksFor = sum((p) => Math.max(p, 0));
  const speaksAgainst = sum((p) => Math.min(p, 0));
  return {
    classNumber,
    pixels,
    speaksFor,
    speaksAgainst,
    intercept,
    score: speaksFor + speaksAgainst + intercept,
  };
}

/** The largest size of a value, and 1 when all are 0: the limit of a scale that has 0 in its middle. */
export function symmetricLimit(...parts: readonly ArrayLike<number>[]): number {
  let limit = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) limit = Math.max(limit, Math.abs(part[i]));
  }
  return limit || 1;
}
