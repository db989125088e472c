import type { Command } from './command.js';

/** Stops all training of this window. */
export const stopTrainingCommand: Command = {
  id: 'stopTraining',
  run({ jobs }) {
    jobs.stopAll();
  },
};
