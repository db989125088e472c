import { type ClassFigure, type HasClassFigures, ProbabilisticClassifier } from '@tenfold/base';
import { Matrix } from '@tenfold/linalg';

import { gaussianNB } from './definition.js';
import type { GaussianNBOptions } from './options.js';
import type { GaussianNBSettings } from './params.js';
import type { GaussianState } from './state.js';

/**
 * Gaussian naive Bayes: each feature of each class has a normal distribution, and features do not depend on each other
 * within a class. Parameters and answers are those of scikit-learn's class of that name.
 *
 * @example
 * const model = await new GaussianNB().fit(xTrain, yTrain);
 * const accuracy = model.score(xTest, yTest);
 */
export class GaussianNB
  extends ProbabilisticClassifier<GaussianNBOptions, GaussianNBSettings, GaussianState>
  implements HasClassFigures
{
  /** The definition of the estimator. */
  static readonly definition = gaussianNB;

  /**
   * @param options hyper-parameters; see `GaussianNBOptions`
   * @throws ParameterError when one is unknown or out of range
   */
  constructor(options: GaussianNBOptions = {}) {
    super(gaussianNB, options);
  }

  /** The mean of each feature: a row for each class, a column for each feature. */
  get theta(): Matrix {
    return this.#matrix('theta');
  }

  /** The variance of each feature, smoothed: a row for each class, a column for each feature. */
  get var(): Matrix {
    return this.#matrix('var');
  }

  /** The weight of each class's rows: how many there are when all weigh 1. */
  get classCount(): Float64Array {
    return this.need('classCount').state.classCount;
  }

  /** The probability of each class before anything is seen. */
  get classPrior(): Float64Array {
    return this.need('classPrior').state.classPrior;
  }

  /** The term that was added to all variances: `varSmoothing` times the largest variance of a feature. */
  get epsilon(): number {
    return this.need('epsilon').state.epsilon;
  }

  /** The mean and the variance of each feature in each class. */
  classFigures(): readonly ClassFigure[] {
    return [
      { name: 'mean', label: 'mean', values: this.theta },
      { name: 'variance', label: 'variance', values: this.var },
    ];
  }

  #matrix(name: 'theta' | 'var'): Matrix {
    const { state, seen } = this.need(name);
    return Matrix.from1DArray(seen.classes.length, seen.nFeatures, state[name]);
  }
}
