import type { Command } from './command.js';
import { selectedRuns } from '../runs/selected-runs.js';

/** Keeps runs on top of the list. */
export const pinRun: Command = pinning('pinRun', true);

/** Lets runs go back to their place in the list. */
export const unpinRun: Command = pinning('unpinRun', false);

function pinning(id: string, pinned: boolean): Command {
  return {
    id,
    async run(services, argument) {
      for (const run of await selectedRuns(services, argument))
        await services.runList.pin(run.toString(), pinned);
    },
  };
}
