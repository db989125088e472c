import type { CommandDefinition } from '../../definition.js';
import { addFitted, addImages } from '../../options/flags.js';
import { parseCount } from '../../options/parse.js';

/** `tenfold misclassified`. */
export const misclassified: CommandDefinition = {
  usage: 'misclassified [dataset]',
  summary: 'show the images that a model gets wrong',
  details:
    'Shows images that a model gets wrong, with the predicted and the actual label. Without --model, a model is trained first.',
  examples: [
    ['tenfold misclassified digits --count 5', 'in the terminal'],
    ['tenfold misclassified mnist --model model.json -o miss.svg', 'as a picture; .png and .html work too'],
  ],
  flags: (command) => {
    command
      .option('-n, --count <count>', 'how many images (default: 5)', parseCount('--count', 1), 5)
      .option('-o, --output <file>', 'write a .svg, .png or .html file');
    addFitted(addImages(command));
  },
  takesEstimator: true,
  load: async () => (await import('./run.js')).run,
};
