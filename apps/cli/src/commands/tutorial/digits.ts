import {
  classificationReport,
  confusionHeatmap,
  confusionMatrix,
  digitGrid,
  formatNumpy,
  type Label,
  type Labels,
  loadDigits,
  LogisticRegression,
  type Matrix,
  trainTestSplit,
} from 'tenfold';
import { formatCount, formatDuration } from '@tenfold/core';

import type { Context } from '../../context.js';
import { confusionText } from '../../terminal/confusion-text.js';
import { shape } from '../../shared/describe-data.js';
import { rocOf } from '../../shared/roc.js';
import type { Story } from './story.js';

/** The figures of the part on digits. */
export interface DigitsFigures {
  accuracy: number;
  confusionMatrix: number[][];
}

/** Tells the tutorial on the digits. */
export async function tellDigits(story: Story, context: Context): Promise<DigitsFigures> {
  const digits = tellLoading(story);
  await tellLooking(story, digits);
  const split = tellSplitting(story, digits);
  const { model, predictions } = await tellFourSteps(story, split, context);
  const accuracy = tellScore(story, model, split);
  const matrix = confusionMatrix(split.yTest, predictions);
  await tellMistakes(story, matrix, accuracy, context);
  await tellMore(story, model, split, predictions);
  return { accuracy, confusionMatrix: matrix.to2DArray() };
}

type Digits = ReturnType<typeof loadDigits>;

interface TutorialSplit {
  xTrain: Matrix;
  xTest: Matrix;
  yTrain: Labels;
  yTest: Labels;
}

function tellLoading(story: Story): Digits {
  story.chapter('1  Load the data');
  story.say(
    'The digits that scikit-learn brings along are in this package too: the same images, in the same order, with nothing to download.',
  );
  story.code("import { loadDigits } from 'tenfold';", '', 'const digits = loadDigits();');
  const digits = loadDigits();
  const { data, target } = digits;
  story.gives(
    `Image Data Shape  ${shape(data.rows, data.columns)}\nLabel Data Shape  ${shape(target.length)}`,
  );
  story.say(
    `There are ${formatCount(data.rows)} images of 8 by 8 pixels. In \`digits.data\` each image is one row: its 64 pixels laid end to end, from 0 for paper to 16 for ink. \`digits.target\` holds the digit that each one shows.`,
  );
  return digits;
}

async function tellLooking(story: Story, { images, target }: Digits): Promise<void> {
  story.chapter('2  Look at it');
  story.say('Before anything is learnt from data, it is worth seeing some. The first five:');
  story.code(
    "import { digitGrid, writePicture } from 'tenfold';",
    '',
    'const images = digits.images.slice(0, 5);',
    'const labels = digits.target.slice(0, 5);',
    "await writePicture('digits.png', digitGrid(images, { labels }));",
  );
  await story.picture('digits.png', digitGrid(images.slice(0, 5), { labels: target.slice(0, 5) }));
}

function tellSplitting(story: Story, { data, target }: Digits): TutorialSplit {
  story.chapter('3  Keep some of it back');
  story.say(
    'A model is only worth something on images that it has not seen. So a quarter of them is kept back for testing.',
  );
  story.code(
    "import { trainTestSplit } from 'tenfold';",
    '',
    'const [xTrain, xTest, yTrain, yTest] = trainTestSplit(',
    '  digits.data,',
    '  digits.target,',
    '  { testSize: 0.25, randomState: 0 },',
    ');',
  );
  const [xTrain, xTest, yTrain, yTest] = trainTestSplit(data, target, { testSize: 0.25, randomState: 0 });
  story.gives(
    [
      `xTrain  ${shape(xTrain.rows, xTrain.columns).padEnd(12)}  yTrain  ${shape(yTrain.length)}`,
      `xTest   ${shape(xTest.rows, xTest.columns).padEnd(12)}  yTest   ${shape(yTest.length)}`,
    ].join('\n'),
  );
  story.say(
    'The shuffle is the one that NumPy makes: with `randomState: 0`, scikit-learn keeps back these very rows, in this very order.',
  );
  return { xTrain, xTest, yTrain, yTest };
}

async function tellFourSteps(
  story: Story,
  { xTrain, xTest, yTrain }: TutorialSplit,
  { signal }: Context,
): Promise<{ model: LogisticRegression; predictions: Labels }> {
  story.chapter('4  Four steps to a prediction');
  story.say('Every model in Tenfold is used in the same four steps.');

  story.step('Step 1. Import the model you want to use');
  story.code("import { LogisticRegression } from 'tenfold';");

  story.step('Step 2. Make an instance of the model');
  story.code("const logisticRegr = new LogisticRegression({ solver: 'liblinear' });");
  story.say(
    "What is not named has its default. The solver is named because the tutorial's scikit-learn had liblinear as its default; today's has lbfgs, and so has Tenfold.",
  );
  const model = new LogisticRegression({ solver: 'liblinear' });

  story.step('Step 3. Train the model on the data');
  story.say('The model learns how digits, `xTrain`, go with labels, `yTrain`.');
  story.code('await logisticRegr.fit(xTrain, yTrain);');
  const started = performance.now();
  await model.fit(xTrain, yTrain, { signal });
  const seconds = (performance.now() - started) / 1000;
  const rounds = model.nIter.reduce((most, own) => Math.max(most, own), 0);
  story.gives(`fitted in ${formatDuration(seconds)}, ${rounds} iterations at most for a class`);

  story.step('Step 4. Predict the labels of new images');
  story.say('One image, ten of them, or all. The model uses what it learnt in step 3.');
  story.code('logisticRegr.predict([xTest.getRow(0)]);');
  story.gives(formatNumpy(numbers(model.predict([xTest.getRow(0)]))));
  story.code('logisticRegr.predict(xTest.subMatrix(0, 9, 0, 63));');
  story.gives(formatNumpy(numbers(model.predict(xTest.subMatrix(0, 9, 0, 63)))));
  story.code('const predictions = logisticRegr.predict(xTest);');
  const predictions = model.predict(xTest);
  story.gives(`${formatCount(predictions.length)} predictions`);
  return { model, predictions };
}

function tellScore(story: Story, model: LogisticRegression, { xTest, yTest }: TutorialSplit): number {
  story.chapter('5  Measure it');
  story.say('Accuracy is the share of predictions that are right: right predictions / all predictions.');
  story.code('const score = logisticRegr.score(xTest, yTest);');
  const score = model.score(xTest, yTest);
  story.gives(`${score}`);
  return score;
}

async function tellMistakes(story: Story, matrix: Matrix, score: number, { out }: Context): Promise<void> {
  story.chapter('6  See where it goes wrong');
  story.say(
    'A confusion matrix has a row for each digit that an image shows and a column for each that was predicted. What is right stands on the diagonal; everything else is a mistake.',
  );
  story.code(
    "import { confusionMatrix, formatNumpy } from 'tenfold';",
    '',
    'const cm = confusionMatrix(yTest, predictions);',
    'console.log(formatNumpy(cm));',
  );
  story.gives(confusionText(out, matrix.to2DArray()));
  story.say(readRow(matrix, 8));
  story.say("Numbers in a grid are hard to take in. As a heatmap, in seaborn's way:");
  story.code(
    "import { confusionHeatmap } from 'tenfold';",
    '',
    'const seaborn = confusionHeatmap(cm, {',
    "  style: 'seaborn',",
    '  title: `Accuracy Score: ${score}`,',
    '});',
    "await writePicture('confusion-seaborn.png', seaborn);",
  );
  const title = `Accuracy Score: ${score}`;
  const seaborn = confusionHeatmap(matrix, { style: 'seaborn', title });
  await story.picture('confusion-seaborn.png', seaborn, { show: false });
  story.say("And in matplotlib's:");
  story.code(
    "const matplotlib = confusionHeatmap(cm, { style: 'matplotlib' });",
    "await writePicture('confusion-matplotlib.png', matplotlib);",
  );
  const matplotlib = confusionHeatmap(matrix, { style: 'matplotlib' });
  await story.picture('confusion-matplotlib.png', matplotlib, { show: false });
}

/** A row of the confusion matrix in words. */
function readRow(matrix: Matrix, digit: number): string {
  const row = matrix.getRow(digit);
  const total = row.reduce((sum, value) => sum + value, 0);
  const taken = row.flatMap((value, other) => {
    return value === 0 || other === digit ? [] : [`${value} for a ${other}`];
  });
  const mistakes = taken.length === 0 ? '' : `; it took ${listed(taken)}`;
  return `Read the row of the ${digit}, the last but one: the model recognised ${row[digit]} of its ${total} images${mistakes}.`;
}

function listed(words: string[]): string {
  return words.length === 1 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

async function tellMore(
  story: Story,
  model: LogisticRegression,
  { xTest, yTest }: TutorialSplit,
  predictions: Labels,
): Promise<void> {
  story.chapter('7  More than one number');
  story.say(
    'Accuracy hides which digits are hard. Precision says how many of the images called a 3 are one, recall how many of the 3s were found, and F1 balances the two.',
  );
  story.code(
    "import { classificationReport } from 'tenfold';",
    '',
    'console.log(classificationReport(yTest, predictions));',
  );
  story.gives(classificationReport(yTest, predictions).trimEnd());
  story.say(
    'ROC curves show what each digit trades: how many of its images are found against how many others are let in.',
  );
  const roc = rocOf(model, { data: xTest, target: yTest });
  if (roc === undefined) return;
  story.code(
    "import { rocCurve, rocPlot } from 'tenfold';",
    '',
    'const proba = logisticRegr.predictProba(xTest);',
    'const curves = logisticRegr.classes.map((digit, column) => ({',
    '  name: digit,',
    '  ...rocCurve(yTest, proba.getColumn(column), { posLabel: digit }),',
    '}));',
    "await writePicture('roc.png', rocPlot(curves));",
  );
  await story.picture('roc.png', roc.scene, { show: false });
  story.gives(`area under the curves, mean over the digits: ${roc.areas.macro}`);
}

function numbers(labels: Labels): number[] {
  return Array.from<Label, number>(labels as readonly Label[], Number);
}
