import { misclassifiedPanel } from '../panels/misclassified.js';
import type { Command } from './command.js';
import { runArgument } from './run-argument.js';

/** Shows the images that a run's model got wrong. Its argument is `{ run }`, the text of the run folder's URI. */
export const showMisclassifiedCommand: Command = {
  id: 'showMisclassified',
  async run(services, argument) {
    services.panels.open(misclassifiedPanel, { run: await runArgument(services, argument) });
  },
};
