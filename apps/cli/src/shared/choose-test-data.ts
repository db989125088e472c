import type { DatasetChoice } from '@tenfold/runs';

import type { DataFlags, TestDataFlags } from '../options/data-flags.js';
import type { SplitFlags } from '../options/split-flags.js';
import { UsageError } from '../usage-error.js';
import { chooseFile, chooseFolder, refuse } from './choose-dataset.js';

/**
 * The test part of its own that the flags name, if any: read as the data is.
 *
 * @throws UsageError when two are named, or a flag does not go with it
 */
export function chooseTestData(flags: DataFlags & TestDataFlags & SplitFlags): DatasetChoice | undefined {
  const { testData, testImages, testLabels, testX, testY } = flags;
  if (testData === undefined) refuse(flags, ['testLabels', 'testX', 'testY'], '--test-data');
  if (testData === undefined && testImages === undefined) return undefined;
  checkAlone(flags);
  if (testImages !== undefined) return chooseFolder(testImages, flags);
  return chooseFile(testData ?? '', { ...flags, labels: testLabels, x: testX, y: testY });
}

function checkAlone({ testData, testImages, testSize, stratify }: TestDataFlags & SplitFlags): void {
  if (testData !== undefined && testImages !== undefined) {
    throw new UsageError('either --test-data or --test-images, got both');
  }
  if (testSize === undefined && stratify === undefined) return;
  const [own, split] = [
    testData === undefined ? '--test-images' : '--test-data',
    stratify === undefined ? '--test-size' : '--stratify',
  ];
  throw new UsageError(`${own} brings a test part, got ${split} as well`, 'leave one of the two out');
}
