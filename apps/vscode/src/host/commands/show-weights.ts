import { modelArgument } from '../models/model-argument.js';
import { weightsPanel } from '../panels/weights.js';
import type { Command } from './command.js';

/** Shows a model's weights as images. Its argument is `{ run }` or `{ model }`, the text of a URI; that is its result too. */
export const showWeightsCommand: Command = {
  id: 'showWeights',
  async run(services, argument) {
    const source = await modelArgument(services, argument);
    services.panels.open(weightsPanel, source);
    return source;
  },
};
