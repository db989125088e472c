import { comparisonPanel } from '../panels/comparison.js';
import type { Command } from './command.js';
import { runsArgument } from '../runs/run-argument.js';

/** Compares runs: time against accuracy. Its argument is `{ runs }`, the texts of the run folders' URIs. */
export const compareRunsCommand: Command = {
  id: 'compareRuns',
  async run(services, argument) {
    const runs = await runsArgument(services, argument);
    services.panels.open(comparisonPanel, { kind: 'runs', runs });
    return { runs };
  },
};
