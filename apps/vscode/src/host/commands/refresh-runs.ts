import type { Command } from './command.js';

/** Looks at the folders of runs anew. */
export const refreshRuns: Command = {
  id: 'refreshRuns',
  run({ runList }) {
    runList.refresh();
  },
};
