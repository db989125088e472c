import { type AnyClassifier, type AnyEstimator, hasClassFigures, hasLinearWeights } from '@tenfold/base';
import { stagesOf } from '@tenfold/pipeline';

import type { ClassMeans } from '../../protocol/webviews/class-means.js';
import type { ModelForm, ModelWeights } from '../../protocol/webviews/model.js';

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
 * The rows that a model takes, and the classes that it predicts.
 *
 * @param model the model
 * @param name what it is called
 * @param images what is known of its images; otherwise its provenance and its width tell
 */
export function modelForm(model: AnyClassifier, name: string, images?: KnownImages): ModelForm {
  const { nFeatures, featureNamesIn } = model;
  const known = images ?? knownByName(model);
  const { transformers, last } = stagesOf(model);
  const shape = known === undefined ? squareOf(nFeatures) : known.imageShape;
  return {
    name,
    classes: [...model.classes],
    nFeatures,
    shape: shape !== null && shape[0] * shape[1] === nFeatures ? [shape[0], shape[1]] : null,
    maximum: known?.maximum ?? (nFeatures === 64 ? 16 : 255),
    isMaximumKnown: known !== undefined,
    ...(featureNamesIn && { featureNames: [...featureNamesIn] }),
    views: [...last.definition.views],
    transformers: transformers.map(({ definition }) => definition.name),
  };
}

/** A model's form with its linear weights; null of a model without. */
export function modelWeights(model: AnyClassifier, form: ModelForm): ModelWeights | null {
  const { last } = stagesOf(model);
  if (!hasLinearWeights(last)) return null;
  const { coef, intercept } = last;
  return {
    ...formOfLast(form, last),
    coef: Float64Array.from(coef.to1DArray()),
    intercept: intercept.slice(),
  };
}

/** A model's form with what is typical of its classes; null of a model that does not tell. */
export function classMeans(model: AnyClassifier, form: ModelForm): ClassMeans | null {
  const { last } = stagesOf(model);
  if (!hasClassFigures(last)) return null;
  const figures = last.classFigures().map(({ name, label, values, range }) => ({
    name,
    label,
    values: Float64Array.from(values.to1DArray()),
    range: range === undefined ? null : ([...range] as [number, number]),
  }));
  return { ...formOfLast(form, last), figures };
}

/** The form of what the last step of a pipeline takes: where that has another width, its rows are no images any more. */
function formOfLast(form: ModelForm, { nFeatures, featureNamesIn }: AnyEstimator): ModelForm {
  if (nFeatures === form.nFeatures) return form;
  const { featureNames, ...rest } = form;
  return {
    ...rest,
    nFeatures,
    shape: null,
    ...(featureNames && featureNamesIn && { featureNames: [...featureNamesIn] }),
  };
}

/** What is known of the images of a model by the name of its data set. */
function knownByName({ provenance, nFeatures }: AnyClassifier): KnownImages | undefined {
  const name = provenance?.dataset;
  if (typeof name !== 'string' || !Object.hasOwn(KNOWN, name)) return undefined;
  const known = KNOWN[name];
  const [height, width] = known.imageShape ?? [0, 0];
  return height * width === nFeatures ? known : undefined;
}

function squareOf(features: number): [number, number] | null {
  const side = Math.sqrt(features);
  return Number.isInteger(side) && side >= SMALLEST_SIDE ? [side, side] : null;
}
