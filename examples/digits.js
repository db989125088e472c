// Logistic regression on the digits, step by step as in the scikit-learn tutorial. Pictures go into the folder named
// by the first argument, or into pictures/.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  LogisticRegression,
  classificationReport,
  confusionHeatmap,
  confusionMatrix,
  digitGrid,
  formatNumpy,
  loadDigits,
  misclassified,
  misclassifiedGallery,
  trainTestSplit,
  writePicture,
} from 'tenfold';

const folder = process.argv[2] ?? 'pictures';
mkdirSync(folder, { recursive: true });

// Load the data: 1797 images of 8 by 8 pixels, and what each one shows.
const digits = loadDigits();
console.log('Image Data Shape', [digits.data.rows, digits.data.columns]);
console.log('Label Data Shape', [digits.target.length]);

// Look at five of them.
const first = digits.data.subMatrix(0, 4, 0, 63);
await writePicture(join(folder, 'digits.png'), digitGrid(first, { labels: digits.target.subarray(0, 5) }));

// Keep a quarter back: the very rows that scikit-learn keeps back for random_state=0.
const [xTrain, xTest, yTrain, yTest] = trainTestSplit(digits.data, digits.target, {
  testSize: 0.25,
  randomState: 0,
});

// The four steps: import the model, make an instance, train it, predict.
const logisticRegr = new LogisticRegression({ solver: 'liblinear' });
await logisticRegr.fit(xTrain, yTrain);
console.log('one image ', logisticRegr.predict([xTest.getRow(0)]));
console.log('ten images', logisticRegr.predict(xTest.subMatrix(0, 9, 0, 63)));
const predictions = logisticRegr.predict(xTest);

// Measure it.
const score = logisticRegr.score(xTest, yTest);
console.log('Accuracy', score);
console.log(classificationReport(yTest, predictions));

// See where it goes wrong.
const cm = confusionMatrix(yTest, predictions);
console.log(formatNumpy(cm));
const title = `Accuracy Score: ${score}`;
await writePicture(join(folder, 'seaborn.png'), confusionHeatmap(cm, { style: 'seaborn', title }));
await writePicture(join(folder, 'matplotlib.png'), confusionHeatmap(cm, { style: 'matplotlib' }));

const misses = misclassified(yTest, predictions).slice(0, 5);
await writePicture(join(folder, 'misclassified.png'), misclassifiedGallery(misses, xTest));
console.log(`Pictures are in ${folder}`);
