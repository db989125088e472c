import { LogisticRegression } from '@tenfold/linear-model';

import { digitsParts } from './digits-parts.js';

/** The digits, with default hyper-parameters but for the solver. */
export function prepare({ solver }) {
  const [xTrain, xTest, yTrain, yTest] = digitsParts();
  return {
    run: () => new LogisticRegression({ solver }).fit(xTrain, yTrain),
    after: (model) => ({ objective: model.objective, accuracy: model.score(xTest, yTest) }),
  };
}
