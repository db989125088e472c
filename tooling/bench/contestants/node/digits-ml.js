import { importFrom } from './installed.js';
import { accuracy, digitsParts } from './digits-parts.js';

/** ml-logistic-regression on the digits, with the settings of the example in its README. */
export async function prepare(_task, folder) {
  const { Matrix } = await importFrom(folder, 'ml-matrix');
  const LogisticRegression = await importFrom(folder, 'ml-logistic-regression');
  const [xTrain, xTest, yTrain, yTest] = digitsParts();
  const [X, XTest] = [xTrain, xTest].map((part) => new Matrix(part.to2DArray()));
  const y = Matrix.columnVector(Array.from(yTrain));
  return {
    run: () => {
      const model = new LogisticRegression({ numSteps: 1000, learningRate: 5e-3 });
      model.train(X, y);
      return model;
    },
    after: (model) => ({ accuracy: accuracy(Array.from(yTest), model.predict(XTest)) }),
  };
}
