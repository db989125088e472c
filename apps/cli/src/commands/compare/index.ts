import type { CommandDefinition } from '../../definition.js';
import { addData, addTestData } from '../../options/data-flags.js';
import { addModel } from '../../options/flags.js';
import { addSplit } from '../../options/split-flags.js';
import { parseList } from '../../options/parse.js';

/** `tenfold compare`. */
export const compare: CommandDefinition = {
  usage: 'compare [dataset]',
  summary: 'compare solvers by time and accuracy',
  details:
    'Trains the same data once with each solver, one after the other, and compares time and accuracy. A solver may carry the way that it tells classes apart: lbfgs:ovr.',
  examples: [
    ['tenfold compare digits', 'liblinear against lbfgs'],
    [
      'tenfold compare mnist --solvers liblinear,lbfgs -o solvers.svg',
      'as the tutorial does; with a picture',
    ],
    ['tenfold compare digits --solvers lbfgs:ovr,lbfgs:multinomial', 'two ways of one solver'],
  ],
  flags: (command) => {
    command
      .option(
        '--solvers <list>',
        'the solvers, separated by commas (default: liblinear,lbfgs)',
        parseList('--solvers'),
        ['liblinear', 'lbfgs'],
      )
      .option('-o, --output <file>', 'draw time and accuracy to a .svg, .png or .html file');
    addModel(addTestData(addSplit(addData(command))), { solver: false });
  },
  load: async () => (await import('./run.js')).run,
};
