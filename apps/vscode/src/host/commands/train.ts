import { askTraining } from '../training/ask/ask-training.js';
import type { Services } from '../services.js';
import { settings } from '../shared/settings.js';
import { itemDataset, parseTrainArgument } from '../training/train-argument.js';
import type { WrittenRun } from '../training/train-and-write.js';
import { trainAndShow } from './train-and-show.js';
import { requireTrust } from '../shared/trust.js';
import { withUsualParams } from '../training/usual-params.js';
import type { Command } from './command.js';

/**
 * Trains what its argument says, `{ dataset, split, estimator, params }`, or asks step by step; of an item of the Datasets view only
 * the rest. Gives `{ run, result }`.
 */
export const trainCommand: Command = {
  id: 'train',
  async run(services, argument) {
    requireTrust();
    const dataset = itemDataset(argument);
    if (argument !== undefined && argument !== null && dataset === undefined)
      return trainArgument(services, argument);
    return trainAndShow(services, { job: await askTraining(services, dataset), show: true });
  },
};

function trainArgument(services: Services, argument: unknown): Promise<WrittenRun> {
  const { job, show } = parseTrainArgument(argument, settings());
  return trainAndShow(services, { job: withUsualParams(job), show });
}
