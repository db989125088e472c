import { modelArgument } from '../editors/model/model-argument.js';
import { weightsPanel } from '../panels/weights.js';
import type { Command } from './command.js';

/** Shows a model's weights as images. Its argument is `{ run }` or `{ model }`, the text of a URI. */
export const showWeightsCommand: Command = {
  id: 'showWeights',
  async run(services, argument) {
    services.panels.open(weightsPanel, await modelArgument(services, argument));
  },
};
