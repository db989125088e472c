import type { CommandDefinition } from '../../definition.js';
import { addData, addTestData } from '../../options/data-flags.js';
import { addHeatmap, addModel } from '../../options/flags.js';
import { addSplit } from '../../options/split-flags.js';

/** `tenfold train`. */
export const train: CommandDefinition = {
  usage: 'train [dataset]',
  summary: 'train a classifier, test it and keep what came out',
  details:
    'Trains a classifier on one part of the rows and tests it on the other. Leaves a run folder with the model, the figures, the confusion matrix and a report.',
  examples: [
    ['tenfold train digits', 'solver lbfgs, a quarter kept for testing'],
    ['tenfold train digits --solver liblinear --save model.json', "the tutorial's model, kept"],
    ['tenfold train digits -e knn --preprocess standard-scaler', 'rows scaled first: a pipeline'],
    ['tenfold train mnist --order mldata --test-size 1/7', '60,000 images to train on'],
    ['tenfold train --data iris.csv --target species --json', 'a table of your own; one JSON object'],
    ['tenfold train --data train-images.gz --labels train-labels.gz', 'images of your own'],
    ['tenfold train --data train.csv --target y --test-data test.csv', 'a test part of its own'],
  ],
  flags: (command) => {
    addModel(addTestData(addSplit(addData(command))))
      .optionsGroup('Output:')
      .option('--save <file>', 'write the model as JSON')
      .option(
        '--run-dir <folder>',
        'the folder that keeps the runs (default: .tenfold/runs)',
        '.tenfold/runs',
      )
      .option('--no-run', 'keep no run folder');
    addHeatmap(command);
  },
  takesEstimator: true,
  load: async () => (await import('./run.js')).run,
};
