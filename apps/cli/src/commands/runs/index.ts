import type { CommandDefinition } from '../../definition.js';

/** `tenfold runs`. */
export const runs: CommandDefinition = {
  usage: 'runs',
  summary: 'list the training runs',
  examples: [
    ['tenfold runs', 'newest first'],
    ['tenfold runs --run-dir elsewhere --json', 'of another folder, for a script'],
  ],
  flags: (command) =>
    void command.option(
      '--run-dir <folder>',
      'the folder that keeps the runs (default: .tenfold/runs)',
      '.tenfold/runs',
    ),
  load: async () => (await import('./run.js')).run,
};
