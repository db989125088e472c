import type { CommandDefinition } from '../../definition.js';
import { addFitted, addRows } from '../../options/flags.js';
import { parseColumns, parseCount } from '../../options/parse.js';

/** `tenfold predict`. */
export const predict: CommandDefinition = {
  usage: 'predict [dataset]',
  summary: 'predict the labels of rows',
  details:
    'Predicts the labels of the rows of a data set. With --model, the rows need no labels. Without it, a model is trained first and the rows are those kept for testing.',
  examples: [
    ['tenfold predict --model model.json digits --rows 0:10', 'ten predictions, beside the true labels'],
    ['tenfold predict --model model.json --data new.csv -o predictions.csv', 'rows that have no label yet'],
    [
      'tenfold predict --model model.json --data test.csv --columns ImageId,Label -o submission.csv',
      'in the form that Kaggle takes',
    ],
    ['tenfold predict --model model.json digits --proba --json', 'every probability, for a script'],
    ['tenfold predict digits --solver liblinear --rows 0', 'train first, then predict one'],
  ],
  flags: (command) => {
    addRows(addFitted(command.optionsGroup('What to look at:')).optionsGroup('What to look at:'));
    command
      .optionsGroup('Output:')
      .option('--proba', 'give the probability of every class')
      .option('-o, --output <file>', 'write the predictions to a CSV file; - is standard output')
      .option('--id-column <column>', 'CSV: the column that names the rows; it is no feature')
      .option(
        '--columns <id,label>',
        'with -o: the headings of the two columns; rows without --id-column are then numbered from 1',
        parseColumns,
      )
      .option(
        '--first-id <number>',
        'with -o: the number of the first row (default: 0, with --columns 1)',
        parseCount('--first-id', 0),
      );
  },
  takesEstimator: true,
  load: async () => (await import('./run.js')).run,
};
