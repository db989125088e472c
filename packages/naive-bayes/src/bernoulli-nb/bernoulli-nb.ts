import { type ClassFigure, type HasClassFigures, ProbabilisticClassifier } from '@tenfold/base';
import { Matrix } from '@tenfold/linalg';

import { bernoulliNB } from './definition.js';
import type { BernoulliNBOptions } from './options.js';
import type { BernoulliNBSettings } from './params.js';
import { logProbabilitiesOf } from './predict.js';
import type { BernoulliState } from './state.js';

/**
 * Bernoulli naive Bayes: each feature is on or off, with a probability of its own in each class, and features do not
 * depend on each other within a class. Answers are those of scikit-learn's class of that name; `alpha` is one number
 * above 0, so that there is no `forceAlpha`.
 *
 * Source: McCallum and Nigam, A comparison of event models for naive Bayes text classification, AAAI-98 Workshop on
 * Learning for Text Categorization.
 *
 * @example
 * const model = await new BernoulliNB({ binarize: 127 }).fit(xTrain, yTrain);
 * const accuracy = model.score(xTest, yTest);
 */
export class BernoulliNB
  extends ProbabilisticClassifier<BernoulliNBOptions, BernoulliNBSettings, BernoulliState>
  implements HasClassFigures
{
  /** The definition of the estimator. */
  static readonly definition = bernoulliNB;

  /**
   * @param options hyper-parameters; see `BernoulliNBOptions`
   * @throws ParameterError when one is unknown or out of range
   */
  constructor(options: BernoulliNBOptions = {}) {
    super(bernoulliNB, options);
  }

  /** How often each feature is on, by the weights of the rows: a row for each class, a column for each feature. */
  get featureCount(): Matrix {
    const { state, seen } = this.need('featureCount');
    return Matrix.from1DArray(seen.classes.length, seen.nFeatures, state.featureCount);
  }

  /** The logarithm of the probability that a feature is on: a row for each class, a column for each feature. */
  get featureLogProb(): Matrix {
    const { state, seen, settings } = this.need('featureLogProb');
    const { on } = logProbabilitiesOf(state, settings.alpha);
    return Matrix.from1DArray(seen.classes.length, seen.nFeatures, on);
  }

  /** The weight of each class's rows: how many there are when all weigh 1. */
  get classCount(): Float64Array {
    return this.need('classCount').state.classCount;
  }

  /** The logarithm of the probability of each class before anything is seen. */
  get classLogPrior(): Float64Array {
    return this.need('classLogPrior').state.classPrior.map(Math.log);
  }

  /** How probable it is that each feature is on in each class. */
  classFigures(): readonly ClassFigure[] {
    const values = Matrix.exp(this.featureLogProb);
    return [{ name: 'probability', label: 'probability of being on', values, range: [0, 1] }];
  }
}
