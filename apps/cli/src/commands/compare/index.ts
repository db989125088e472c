import type { CommandDefinition } from '../../definition.js';
import { addData, addTestData } from '../../options/data-flags.js';
import { addParams } from '../../options/estimator-flags.js';
import { addThreads } from '../../options/flags.js';
import { addPreprocess } from '../../options/preprocess-flags.js';
import { addSplit } from '../../options/split-flags.js';
import { collectList, parseList } from '../../options/parse.js';
import { defaultPresets } from './default-presets.js';

/** `tenfold compare`. */
export const compare: CommandDefinition = {
  usage: 'compare [dataset]',
  summary: 'compare classifiers and solvers by time and accuracy',
  details:
    'Trains the same data once with each classifier or solver, one after the other, and compares time and accuracy. A solver may carry the way that it tells classes apart: lbfgs:ovr. A hyper-parameter goes to those that have it. Transformers before a plus prepare its rows: standard-scaler+knn.',
  examples: [
    ['tenfold compare digits', 'lbfgs with softmax, and lbfgs and liblinear class by class'],
    [
      'tenfold compare mnist --solvers liblinear,lbfgs -o solvers.svg',
      'as the tutorial does; with a picture',
    ],
    ['tenfold compare digits -e lbfgs -e knn --n-neighbors 3', 'a preset against another classifier'],
    ['tenfold compare digits --solvers lbfgs:ovr,lbfgs:multinomial', 'two ways of one solver'],
    ['tenfold compare digits -e knn -e standard-scaler+knn', 'with scaled rows and without'],
  ],
  flags: (command) => {
    command
      .option(
        '--solvers <list>',
        `the solvers, separated by commas (default, without -e: ${defaultPresets().join(',')})`,
        parseList('--solvers'),
      )
      .option(
        '-e, --estimator <name>',
        'a classifier, or a preset of one such as lbfgs; may be given several times',
        collectList('--estimator'),
      )
      .option('-o, --output <file>', 'draw time and accuracy to a .svg, .png or .html file');
    addPreprocess(addThreads(addParams(addTestData(addSplit(addData(command))), ['solver'])));
  },
  takesEstimator: true,
  load: async () => (await import('./run.js')).run,
};
