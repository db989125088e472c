import type { AnyClassifier } from '@tenfold/base';
import type { Label } from '@tenfold/linalg';

import type { Reading } from './dataset-choice.js';
import type { RunDataset } from './run-dataset.js';

/** How data are read so that columns, labels and the size of images are those that a model was trained on. */
export function readingFor({ featureNamesIn, classes, nFeatures, provenance }: AnyClassifier): Reading {
  const target = provenance?.target;
  return {
    columns: featureNamesIn,
    labelType: labelTypeOf(classes[0]),
    target: typeof target === 'string' || typeof target === 'number' ? target : undefined,
    imageShape: imageShapeIn(provenance) ?? squareOf(nFeatures),
  };
}

/** How data are read so that columns, labels and the size of images are those of another data set. */
export function readingLike({ featureNames, target, targetName, imageShape, data }: RunDataset): Reading {
  return {
    columns: featureNames,
    labelType: labelTypeOf(target[0]),
    target: targetName,
    imageShape: imageShape ?? squareOf(data.columns),
  };
}

/** The size of images in a model's provenance, which has it where they are not square. */
function imageShapeIn(provenance: AnyClassifier['provenance']): readonly [number, number] | undefined {
  const shape = provenance?.imageShape;
  if (!Array.isArray(shape) || shape.length !== 2) return undefined;
  const [height, width] = shape as readonly unknown[];
  return isSide(height) && isSide(width) ? [height, width] : undefined;
}

function isSide(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function squareOf(pixels: number): readonly [number, number] | undefined {
  const side = Math.sqrt(pixels);
  return Number.isInteger(side) && side > 0 ? [side, side] : undefined;
}

function labelTypeOf(label: Label): 'number' | 'text' | 'boolean' {
  if (typeof label === 'string') return 'text';
  return typeof label === 'boolean' ? 'boolean' : 'number';
}
