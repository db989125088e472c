import { reportPanel } from '../panels/report.js';
import type { Command } from './command.js';
import { runArgument } from './run-argument.js';

/** Opens a run's report. Its argument is `{ run }`, the text of the run folder's URI. */
export const openRunCommand: Command = {
  id: 'openRun',
  async run(services, argument) {
    services.panels.open(reportPanel, { run: await runArgument(services, argument) });
  },
};
