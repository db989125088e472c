import type { CommandDefinition } from '../../definition.js';
import { addFitted, addRows } from '../../options/flags.js';

/** `tenfold predict`. */
export const predict: CommandDefinition = {
  usage: 'predict [dataset]',
  summary: 'predict the labels of rows',
  details:
    'Predicts the labels of the rows of a data set. Without --model, a model is trained first and the rows are those kept for testing.',
  examples: [
    ['tenfold predict --model model.json digits --rows 0:10', 'ten predictions, beside the true labels'],
    ['tenfold predict --model model.json digits --proba --json', 'every probability, for a script'],
    ['tenfold predict digits --solver liblinear --rows 0', 'train first, then predict one'],
  ],
  flags: (command) => {
    addRows(addFitted(command.optionsGroup('What to look at:')).optionsGroup('What to look at:'));
    command.option('--proba', 'give the probability of every class');
  },
  load: async () => (await import('./run.js')).run,
};
