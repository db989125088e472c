import type { CommandDefinition } from '../../definition.js';
import { addData } from '../../options/data-flags.js';
import { addImages, addRows } from '../../options/flags.js';
import { parseCount } from '../../options/parse.js';

/** `tenfold show`. */
export const show: CommandDefinition = {
  usage: 'show [dataset]',
  summary: 'show images of a data set, in the terminal or as a picture',
  examples: [
    ['tenfold show digits', 'the first five, in the terminal'],
    ['tenfold show digits --count 5 -o five.svg', 'as a picture; .png and .html work too'],
    ['tenfold show mnist --rows 100:120', 'other rows'],
    ['tenfold show --data usps.csv --target label --range -1:1', 'a table of images, black is -1'],
  ],
  flags: (command) => {
    command
      .option('-n, --count <count>', 'how many images (default: 5)', parseCount('--count', 1), 5)
      .option('-o, --output <file>', 'write a .svg, .png or .html file');
    addData(addImages(addRows(command)));
  },
  load: async () => (await import('./run.js')).run,
};
