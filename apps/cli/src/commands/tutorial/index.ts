import type { CommandDefinition } from '../../definition.js';
import { addNamedData } from '../../options/data-flags.js';

/** `tenfold tutorial`. */
export const tutorial: CommandDefinition = {
  usage: 'tutorial',
  summary: 'logistic regression from the first image to the last mistake',
  details:
    'Tells logistic regression on handwritten digits step by step, with the code of each step, runs it and draws its pictures. With --mnist it goes on to the 70,000 images of MNIST.',
  examples: [
    ['tenfold tutorial', 'the digits'],
    ['tenfold tutorial --mnist', 'and all of MNIST, which takes a little longer'],
    ['tenfold tutorial --out pictures', 'where the pictures go'],
  ],
  flags: (command) => {
    command
      .option('--mnist', 'go on to MNIST: 70,000 images')
      .option('--out <folder>', 'where the pictures go (default: tutorial)', 'tutorial');
    addNamedData(command);
  },
  load: async () => (await import('./run.js')).run,
};
