import { confusionMatrixPanel } from '../panels/confusion-matrix.js';
import type { Command } from './command.js';
import { runArgument } from './run-argument.js';

/** Shows a run's confusion matrix. Its argument is `{ run }`, the text of the run folder's URI. */
export const showConfusionMatrixCommand: Command = {
  id: 'showConfusionMatrix',
  async run(services, argument) {
    services.panels.open(confusionMatrixPanel, { run: await runArgument(services, argument) });
  },
};
