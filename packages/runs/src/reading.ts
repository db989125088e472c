import type { AnyClassifier } from '@tenfold/base';
import type { Label } from '@tenfold/linalg';

import type { Reading } from './dataset-choice.js';
import type { RunDataset } from './run-dataset.js';

/** How a file is read so that its columns and labels are those that a model was trained on. */
export function readingFor({ featureNamesIn, classes, provenance }: AnyClassifier): Reading {
  const target = provenance?.target;
  return {
    columns: featureNamesIn,
    labelType: labelTypeOf(classes[0]),
    target: typeof target === 'string' || typeof target === 'number' ? target : undefined,
  };
}

/** How a file is read so that its columns and labels are those of another data set. */
export function readingLike({ featureNames, target, targetName }: RunDataset): Reading {
  return { columns: featureNames, labelType: labelTypeOf(target[0]), target: targetName };
}

function labelTypeOf(label: Label): 'number' | 'text' | 'boolean' {
  if (typeof label === 'string') return 'text';
  return typeof label === 'boolean' ? 'boolean' : 'number';
}
