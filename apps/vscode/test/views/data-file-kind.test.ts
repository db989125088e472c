import { expect, test } from '@jest/globals';

import { dataFileKind } from '../../src/host/views/data-file-kind.js';

test.each([
  ['/w/flowers.CSV', 'table'],
  ['/w/flowers.tsv', 'table'],
  ['/w/x.npy', 'numpy'],
  ['/w/x.npz', 'numpy'],
  ['/w/train-images-idx3-ubyte.gz', 'idx'],
  ['/w/csv.idx', 'idx'],
])('%s is %s', (path, kind) => {
  expect(dataFileKind(path)).toBe(kind);
});
