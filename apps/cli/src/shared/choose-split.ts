import type { SplitChoice } from '@tenfold/runs';

import type { SplitFlags } from '../options/flags.js';

/** The split that the flags name; without them a quarter is kept for testing, with seed 0. */
export function chooseSplit({ testSize = 0.25, randomState = 0 }: SplitFlags): SplitChoice {
  return { testSize, randomState };
}
