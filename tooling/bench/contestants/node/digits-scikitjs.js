import { importFrom } from './installed.js';
import { accuracy, digitsParts } from './digits-parts.js';

/**
 * scikitjs on the digits, with its defaults, on TensorFlow.js's own backend for plain JavaScript. It does not learn
 * them (nor from pixels / 16): its accuracy is that of guessing.
 */
export async function prepare(_task, folder) {
  const tf = await importFrom(folder, '@tensorflow/tfjs');
  const { LogisticRegression, setBackend } = await importFrom(folder, 'scikitjs');
  setBackend(tf);
  await tf.ready();
  const [xTrain, xTest, yTrain, yTest] = digitsParts();
  const X = xTrain.to2DArray();
  const y = Array.from(yTrain);
  return {
    run: () => new LogisticRegression().fit(X, y),
    after: (model) => ({
      backend: tf.getBackend(),
      accuracy: accuracy(Array.from(yTest), model.predict(xTest.to2DArray()).arraySync()),
    }),
  };
}
