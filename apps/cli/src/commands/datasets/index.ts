import type { CommandDefinition } from '../../definition.js';
import { addData } from '../../options/data-flags.js';

/** `tenfold datasets`. */
export const datasets: CommandDefinition = {
  usage: 'datasets [name]',
  summary: 'list the data sets, or load one and describe it',
  examples: [
    ['tenfold datasets', 'what there is'],
    ['tenfold datasets digits', 'shapes, classes, source and licence'],
    ['tenfold datasets mnist --data-home ~/data', 'MNIST from a folder, or downloaded into it'],
    ['tenfold datasets --data iris.csv --target species', 'a table of your own'],
  ],
  flags: (command) => void addData(command),
  load: async () => (await import('./run.js')).run,
};
