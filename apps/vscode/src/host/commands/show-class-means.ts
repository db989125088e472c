import { modelArgument } from '../models/model-argument.js';
import { classMeansPanel } from '../panels/class-means.js';
import type { Command } from './command.js';

/** Shows what is typical of each class. Its argument is `{ run }` or `{ model }`, the text of a URI; that is its result too. */
export const showClassMeansCommand: Command = {
  id: 'showClassMeans',
  async run(services, argument) {
    const source = await modelArgument(services, argument);
    services.panels.open(classMeansPanel, source);
    return source;
  },
};
