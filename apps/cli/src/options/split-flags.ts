import type { Command } from 'commander';

import { parseCount, parseTestSize } from './parse.js';

/** The flags that choose the test part. */
export interface SplitFlags {
  testSize?: number;
  randomState?: number;
  stratify?: boolean;
}

/** Adds the split into training and test rows. */
export function addSplit(command: Command): Command {
  return command
    .optionsGroup('Split:')
    .option(
      '--test-size <size>',
      'rows kept for testing: a fraction (0.25, 1/7) or a number; 0 trains on everything (default: 0.25)',
      parseTestSize,
    )
    .option('--random-state <seed>', 'the seed of the split (default: 0)', parseCount('--random-state', 0))
    .option('--stratify', 'keep the proportions of the classes in both parts');
}
