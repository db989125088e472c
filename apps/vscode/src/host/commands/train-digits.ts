import { checkedEstimator } from '../../model/estimators.js';
import { settings } from '../shared/settings.js';
import { trainAndShow } from './train-and-show.js';
import type { Command } from './command.js';

/** Trains on the digits with the settings' split, and asks nothing. Gives `{ run, result }`. */
export const trainDigitsCommand: Command = {
  id: 'trainDigits',
  run(services) {
    const { testSize, randomState } = settings();
    const job = {
      dataset: { kind: 'digits' as const },
      split: { testSize, randomState },
      estimator: checkedEstimator({}),
    };
    return trainAndShow(services, { job, show: true });
  },
};
