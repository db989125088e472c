import { logisticRegression } from './definition.js';
import type { LinearState } from './fitted.js';
import { LinearClassifier } from './linear-classifier.js';
import type { LinearFitReport } from './linear-fit-report.js';
import type { LogisticRegressionOptions } from './options.js';
import type { LogisticRegressionSettings } from './settings.js';
import { chooseSolver } from './solvers/auto.js';

/**
 * Logistic regression for two classes or more, with the parameters and the answers of scikit-learn's class of that
 * name.
 *
 * The objective, C·Σ_i s_i·loss_i + ½·‖w‖², is summed over rows of weight s_i. Of three classes or more the loss is
 * multinomial, -log softmax(z)_y, or with one-vs-rest that of a binary model for each class; a binary model's is
 * log(1 + exp(-t·z)), t being 1 or -1. Scores are z = w·x + b. The intercept b is not penalised, except with
 * liblinear, where it is the weight of a constant feature. Probabilities are the softmax of the scores, or with
 * one-vs-rest their sigmoids divided by their sum.
 *
 * @example
 * const model = new LogisticRegression({ solver: 'liblinear' });
 * await model.fit(xTrain, yTrain);
 * const predictions = model.predict(xTest);
 * const accuracy = model.score(xTest, yTest);
 */
export class LogisticRegression extends LinearClassifier<
  LogisticRegressionOptions,
  LogisticRegressionSettings,
  LinearState,
  LinearFitReport
> {
  /** What is known of it without fitting it. */
  static readonly definition = logisticRegression;

  /**
   * @param options hyper-parameters; see `LogisticRegressionOptions`
   * @throws ParameterError when one is unknown, out of range, or does not go with another
   */
  constructor(options: LogisticRegressionOptions = {}) {
    super(logisticRegression, options);
  }

  /** The solver that fitted, and why it: what `solver: 'auto'` has chosen, or the one that was asked for. */
  get solverUsed(): { readonly name: string; readonly reason: string } {
    const { settings } = this.need('solverUsed');
    if (settings.solver === 'auto') return chooseSolver(settings);
    return { name: settings.solver, reason: 'it was asked for' };
  }

  /** Iterations of each problem solved: one entry, or with one-vs-rest one for each class. */
  get nIter(): readonly number[] {
    return this.need('nIter').state.nIter;
  }

  /** Whether every problem's solver met its stopping rule. */
  get converged(): boolean {
    return this.need('converged').state.converged;
  }

  /**
   * The objective where the solver stopped, in scikit-learn's scale: C·Σ s_i·loss_i + ½·‖w‖² (C counts as 1 without
   * a penalty; liblinear's penalty has the intercept's weight in it); summed over the problems of one-vs-rest.
   */
  get objective(): number {
    return this.need('objective').state.objective;
  }

  /**
   * An upper bound, in the scale of `objective`, on how far that is above the least there is: a duality gap, for which the
   * penalty's strength stands. Infinity without a penalty, where nothing bounds it, and for models of files that do not
   * say.
   */
  get certificate(): number {
    return this.need('certificate').state.certificate;
  }
}
