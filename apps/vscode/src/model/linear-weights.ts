import type { AnyClassifier } from '@tenfold/base';
import type { Matrix } from '@tenfold/linalg';

import { LINEAR_WEIGHTS } from './views.js';

/** A classifier of linear scores: one row of coefficients and one intercept a class, or a single one for two classes. */
export interface LinearClassifier extends AnyClassifier {
  readonly coef: Matrix;
  readonly intercept: Float64Array;
}

/** Whether a classifier has linear weights, as its description says. */
export function hasLinearWeights(model: AnyClassifier): model is LinearClassifier {
  return model.definition.views.includes(LINEAR_WEIGHTS);
}
