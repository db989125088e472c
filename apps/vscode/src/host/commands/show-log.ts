import type { Command } from './command.js';

/** Shows what the extension has written down. */
export const showLogCommand: Command = {
  id: 'showLog',
  run({ log }) {
    log.show();
  },
};
