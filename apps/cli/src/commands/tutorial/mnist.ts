import {
  digitGrid,
  fetchMnist,
  type FetchMnistOptions,
  LogisticRegression,
  type LogisticRegressionOptions,
  misclassified,
  misclassifiedGallery,
  solverComparison,
  trainTestSplit,
} from 'tenfold';
import { formatCount, formatDuration } from '@tenfold/core';

import type { Context } from '../../context.js';
import { table } from '../../terminal/table.js';
import { shape } from '../../shared/describe-data.js';
import { fitProgress } from '../../shared/fit-progress.js';
import { downloadProgress } from '../../shared/load.js';
import type { Story } from './story.js';

/** Seconds that the tutorial's solvers took for the same images, as it printed them. */
const TUTORIAL_SECONDS = { liblinear: 2893, lbfgs: 52.86 } as const;

/** The figures of the part on MNIST: each solver's time and accuracy. */
export type MnistFigures = Timing[];

interface Timing {
  solver: keyof typeof TUTORIAL_SECONDS;
  seconds: number;
  accuracy: number;
}

/** Tells the tutorial on MNIST. */
export async function tellMnist(
  story: Story,
  options: FetchMnistOptions,
  context: Context,
): Promise<MnistFigures> {
  const mnist = await tellLoading(story, options, context);
  const split = await tellSplitting(story, mnist);
  const lbfgs = await tellTraining(story, split, context);
  await tellMisses(story, lbfgs.model, split);
  return tellSolvers(story, lbfgs.timing, split, context);
}

type Mnist = Awaited<ReturnType<typeof fetchMnist>>;

interface MnistSplit {
  xTrain: Mnist['data'];
  xTest: Mnist['data'];
  yTrain: Uint8Array;
  yTest: Uint8Array;
}

async function tellLoading(
  story: Story,
  options: FetchMnistOptions,
  { out, signal }: Context,
): Promise<Mnist> {
  story.chapter('8  On to MNIST');
  story.say(
    'The digits are small and few. MNIST has 70,000 images of 28 by 28 pixels. They are fetched once and kept; where the package @tenfold/mnist is installed, no network is needed.',
  );
  story.code(
    "import { fetchMnist } from 'tenfold';",
    '',
    "const mnist = await fetchMnist({ order: 'mldata' });",
  );
  const download = downloadProgress(out);
  try {
    const mnist = await fetchMnist({ order: 'mldata', ...options, signal, onProgress: download.onProgress });
    const { data, target } = mnist;
    download.stop();
    story.gives(
      `Image Data Shape  ${shape(data.rows, data.columns)}\nLabel Data Shape  ${shape(target.length)}`,
    );
    story.say(
      "The tutorial had MNIST from mldata.org, which is gone; it kept the images sorted by digit. `order: 'mldata'` brings that order back, so that the split below is the tutorial's.",
    );
    return mnist;
  } finally {
    download.stop();
  }
}

async function tellSplitting(story: Story, { data, target }: Mnist): Promise<MnistSplit> {
  story.chapter('9  60,000 to learn from, 10,000 to test');
  story.code(
    "import { digitGrid, trainTestSplit, writePicture } from 'tenfold';",
    '',
    'const [xTrain, xTest, yTrain, yTest] = trainTestSplit(',
    '  mnist.data,',
    '  mnist.target,',
    '  { testSize: 1 / 7, randomState: 0 },',
    ');',
    'const images = xTrain.rowRange(0, 5);',
    'const labels = yTrain.slice(0, 5);',
    "await writePicture('mnist.png', digitGrid(images, { labels }));",
  );
  const [xTrain, xTest, yTrain, yTest] = trainTestSplit(data, target, { testSize: 1 / 7, randomState: 0 });
  story.gives(`xTrain  ${shape(xTrain.rows, xTrain.columns)}\nxTest   ${shape(xTest.rows, xTest.columns)}`);
  await story.picture('mnist.png', digitGrid(xTrain.rowRange(0, 5), { labels: yTrain.slice(0, 5) }));
  return { xTrain, xTest, yTrain, yTest };
}

async function tellTraining(
  story: Story,
  split: MnistSplit,
  context: Context,
): Promise<{ model: LogisticRegression; timing: Timing }> {
  story.chapter('10  A faster solver');
  story.say(
    'On so many images the solver matters. The tutorial changes it to lbfgs, which then told each digit apart from all the others, one after the other; `multiClass` asks for that.',
  );
  story.code(
    "import { LogisticRegression } from 'tenfold';",
    '',
    'const logisticRegr = new LogisticRegression({',
    "  solver: 'lbfgs',",
    "  multiClass: 'ovr',",
    '});',
    'await logisticRegr.fit(xTrain, yTrain);',
    'const score = logisticRegr.score(xTest, yTest);',
  );
  const trained = await train({ solver: 'lbfgs', multiClass: 'ovr' }, split, context);
  story.gives(`${trained.timing.accuracy}    in ${formatDuration(trained.timing.seconds)}`);
  if (!trained.model.converged) {
    story.say(
      'It stopped after 100 iterations for each digit, before it had converged, as it did in the tutorial; `maxIter` lets it go on.',
    );
  }
  story.say(
    "Its steps are not the tutorial's: they begin from the curvature of the images' Gram matrix, and 100 of them lead nearer to the optimum. `preconditioner: 'none'` takes scikit-learn's own steps; after 100 of those the score is 0.9134.",
  );
  return trained;
}

async function train(
  options: LogisticRegressionOptions & { readonly solver: Timing['solver'] },
  { xTrain, xTest, yTrain, yTest }: MnistSplit,
  { out, signal }: Context,
): Promise<{ model: LogisticRegression; timing: Timing }> {
  const { solver } = options;
  const model = new LogisticRegression(options);
  const progress = fitProgress(out, solver, 'LogisticRegression');
  const started = performance.now();
  try {
    await model.fit(xTrain, yTrain, { signal, onIteration: progress.onIteration });
  } finally {
    progress.stop();
  }
  const seconds = (performance.now() - started) / 1000;
  return { model, timing: { solver, seconds, accuracy: model.score(xTest, yTest) } };
}

async function tellMisses(
  story: Story,
  model: LogisticRegression,
  { xTest, yTest }: MnistSplit,
): Promise<void> {
  story.chapter('11  Look at the mistakes');
  story.say(
    'The images that were misread often tell why. (The loop in the tutorial counts its index up only when it finds a mistake, so that the pictures it shows are not of the images it means. Here the index is the row.)',
  );
  story.code(
    "import { misclassified, misclassifiedGallery } from 'tenfold';",
    '',
    'const predictions = logisticRegr.predict(xTest);',
    'const misses = misclassified(yTest, predictions).slice(0, 5);',
    'const gallery = misclassifiedGallery(misses, xTest);',
    "await writePicture('misclassified.png', gallery);",
  );
  const misses = misclassified(yTest, model.predict(xTest));
  story.gives(`${formatCount(misses.length)} of ${formatCount(yTest.length)} images are misread`);
  await story.picture('misclassified.png', misclassifiedGallery(misses.slice(0, 5), xTest));
}

async function tellSolvers(
  story: Story,
  lbfgs: Timing,
  split: MnistSplit,
  context: Context,
): Promise<MnistFigures> {
  const { out } = context;
  story.chapter('12  Two solvers, side by side');
  story.say(
    `How long would liblinear, the solver of the first part, take for the same? In the tutorial it took ${formatCount(TUTORIAL_SECONDS.liblinear)} seconds, more than 48 minutes, where lbfgs took ${TUTORIAL_SECONDS.lbfgs}: a choice of solver can matter that much.`,
  );
  story.code(
    "const liblinear = new LogisticRegression({ solver: 'liblinear' });",
    'await liblinear.fit(xTrain, yTrain);',
    'liblinear.score(xTest, yTest);',
  );
  const { timing } = await train({ solver: 'liblinear' }, split, context);
  const timings = [timing, lbfgs];
  const rows = timings.map(({ solver, seconds, accuracy }) => {
    return [solver, `${formatCount(TUTORIAL_SECONDS[solver])} s`, formatDuration(seconds), `${accuracy}`];
  });
  const head = ['solver', 'in the tutorial', 'here', 'accuracy here'];
  story.gives(table(out.colours, { head, right: [1, 2] }, rows));
  story.say(
    "The tutorial's seconds are of another machine and of other code, and no yardstick for this one. Here both solvers work on all ten digits at once, in WebAssembly, on as many threads as there are processors; the number of threads never changes a result.",
  );
  await story.picture('solvers.png', solverComparison(timings, { title: 'Solvers on MNIST' }));
  story.say('A third way: `tenfold train mnist --multi-class multinomial` fits all ten digits together.');
  return timings;
}
