import type { LogisticRegression, LogisticRegressionSettings } from '@tenfold/estimators';

import type { ModelWeights } from '../../../protocol/webviews/model.js';

/** What is known of the images that a model was trained on. */
export interface KnownImages {
  /** Height and width, or null when they are no images. */
  readonly imageShape: readonly [number, number] | null;
  /** The value of white. */
  readonly maximum: number;
}

/** The data sets that are known by name. */
const KNOWN: Readonly<Record<string, KnownImages>> = {
  digits: { imageShape: [8, 8], maximum: 16 },
  mnist: { imageShape: [28, 28], maximum: 255 },
};

/** The smallest side of what is taken for an image when nothing is known. */
const SMALLEST_SIDE = 8;

/**
 * What a model's webviews need of it.
 *
 * @param model the model
 * @param name what it is called
 * @param images what is known of its images; otherwise its provenance and its width tell
 */
export function modelWeights(model: LogisticRegression, name: string, images?: KnownImages): ModelWeights {
  const known = images ?? knownByName(model);
  const shape = known === undefined ? squareOf(model.nFeatures) : known.imageShape;
  return {
    name,
    classes: [...model.classes],
    link: linkOf(model.params, model.classes.length),
    coef: Float64Array.from(model.coef.to1DArray()),
    intercept: model.intercept.slice(),
    shape: shape !== null && shape[0] * shape[1] === model.nFeatures ? [shape[0], shape[1]] : null,
    maximum: known?.maximum ?? (model.nFeatures === 64 ? 16 : 255),
    isMaximumKnown: known !== undefined,
    ...(model.featureNamesIn && { featureNames: [...model.featureNamesIn] }),
  };
}

/** What is known of the images of a model by the name of its data set. */
function knownByName({ provenance, nFeatures }: LogisticRegression): KnownImages | undefined {
  const name = provenance?.dataset;
  if (typeof name !== 'string' || !Object.hasOwn(KNOWN, name)) return undefined;
  const known = KNOWN[name];
  const [height, width] = known.imageShape ?? [0, 0];
  return height * width === nFeatures ? known : undefined;
}

/** How scores become probabilities: one-vs-rest also with liblinear, which knows nothing else. */
function linkOf({ solver, multiClass }: LogisticRegressionSettings, classes: number): ModelWeights['link'] {
  if (classes === 2) return 'binary';
  return solver === 'liblinear' || multiClass === 'ovr' ? 'ovr' : 'softmax';
}

function squareOf(features: number): [number, number] | null {
  const side = Math.sqrt(features);
  return Number.isInteger(side) && side >= SMALLEST_SIDE ? [side, side] : null;
}
