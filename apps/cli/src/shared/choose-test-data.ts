import type { DatasetChoice } from '@tenfold/runs';

import type { DataFlags, TestDataFlags } from '../options/data-flags.js';
import type { SplitFlags } from '../options/split-flags.js';
import { UsageError } from '../usage-error.js';
import { chooseFile, refuse } from './choose-dataset.js';

/**
 * The test part of its own that the flags name, if any: read as the data is.
 *
 * @throws UsageError when a flag does not go with it
 */
export function chooseTestData(flags: DataFlags & TestDataFlags & SplitFlags): DatasetChoice | undefined {
  const { testData, testLabels, testX, testY } = flags;
  if (testData === undefined) {
    refuse(flags, ['testLabels', 'testX', 'testY'], '--test-data');
    return undefined;
  }
  checkAlone(flags);
  return chooseFile(testData, { ...flags, labels: testLabels, x: testX, y: testY });
}

function checkAlone({ testSize, stratify }: SplitFlags): void {
  const split = stratify === undefined ? (testSize === undefined ? undefined : '--test-size') : '--stratify';
  if (split === undefined) return;
  throw new UsageError(`--test-data brings a test part, got ${split} as well`, 'leave one of the two out');
}
