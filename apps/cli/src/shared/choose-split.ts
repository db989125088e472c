import type { SplitChoice } from '@tenfold/runs';

import type { SplitFlags } from '../options/split-flags.js';
import { definedFields } from './defined-fields.js';

/** The split that the flags name; without them a quarter is kept for testing, with seed 0. */
export function chooseSplit({ testSize = 0.25, randomState = 0, stratify }: SplitFlags): SplitChoice {
  return { testSize, randomState, ...definedFields({ stratify }) };
}

/** Whether the flags name a split at all. */
export function namesSplit({ testSize, randomState, stratify }: SplitFlags): boolean {
  return testSize !== undefined || randomState !== undefined || stratify !== undefined;
}
