import type { CommandDefinition } from '../../definition.js';
import { addFitted, addHeatmap } from '../../options/flags.js';

/** `tenfold evaluate`. */
export const evaluate: CommandDefinition = {
  usage: 'evaluate [dataset]',
  summary: 'score a model: accuracy, confusion matrix, report, ROC',
  details:
    'Scores a model. With --model and the data set that it was trained on, the rows are those that it did not see; on any other data set, all rows. Without --model, a model is trained first.',
  examples: [
    ['tenfold evaluate --model model.json digits --report', 'precision, recall and F1 of each class'],
    ['tenfold evaluate digits --roc roc.svg', 'train first; draw the ROC curves'],
    ['tenfold evaluate digits --heatmap cm.svg --style seaborn', 'draw the confusion matrix'],
  ],
  flags: (command) => {
    addFitted(command)
      .optionsGroup('Output:')
      .option('--report', 'precision, recall and F1 of each class')
      .option('--roc <file>', 'draw the ROC curves to a .svg, .png or .html file');
    addHeatmap(command);
  },
  takesEstimator: true,
  load: async () => (await import('./run.js')).run,
};
