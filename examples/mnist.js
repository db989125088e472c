// The tutorial's second half: MNIST, two solvers side by side, and the images that are misread. A first argument
// limits the rows to train on (default: all 60,000); the second names the pictures' folder.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  LogisticRegression,
  digitGrid,
  fetchMnist,
  misclassified,
  misclassifiedGallery,
  solverComparison,
  trainTestSplit,
  writePicture,
} from 'tenfold';

const rows = Number(process.argv[2] ?? 60_000);
const folder = process.argv[3] ?? 'pictures';
mkdirSync(folder, { recursive: true });

// The tutorial's order: sorted by label within the training and within the test images.
const mnist = await fetchMnist({ order: 'mldata' });
console.log('Image Data Shape', [mnist.data.rows, mnist.data.columns]);

const [xTrain, xTest, yTrain, yTest] = trainTestSplit(mnist.data, mnist.target, {
  testSize: 1 / 7,
  randomState: 0,
});
const [x, y] = [xTrain.rowRange(0, rows), yTrain.subarray(0, rows)];
await writePicture(join(folder, 'mnist.png'), digitGrid(x.rowRange(0, 5), { labels: y.subarray(0, 5) }));

const timings = [];
/** @type {LogisticRegression | undefined} */
let last;
for (const solver of /** @type {const} */ (['liblinear', 'lbfgs'])) {
  // lbfgs in scikit-learn's own steps, as in the tutorial; without this it goes further down in as many.
  const steps = solver === 'lbfgs' ? /** @type {const} */ ({ preconditioner: 'none' }) : {};
  const model = new LogisticRegression({ solver, multiClass: 'ovr', ...steps });
  const start = performance.now();
  await model.fit(x, y);
  timings.push({ solver, seconds: (performance.now() - start) / 1000, accuracy: model.score(xTest, yTest) });
  last = model;
}
console.table(timings);
await writePicture(join(folder, 'solvers.png'), solverComparison(timings));

if (last !== undefined) {
  const misses = misclassified(yTest, last.predict(xTest));
  console.log(`${misses.length} of ${yTest.length} images are misread; the first five:`, misses.slice(0, 5));
  await writePicture(join(folder, 'misread.png'), misclassifiedGallery(misses.slice(0, 5), xTest));
}
