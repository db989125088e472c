import { parseTableAsync } from '@tenfold/datasets';
import { type RunDataset, toRunDataset } from '@tenfold/runs';

import type { DatasetRef } from '../../protocol/values.js';
import { fileName } from './file-name.js';

/**
 * Reads a table.
 *
 * @param ref the table and its column of labels
 * @param read gives the bytes of a file
 * @throws TableError with the line and the column of what is wrong
 */
export async function readTableFile(
  ref: Extract<DatasetRef, { kind: 'table' }>,
  read: (uri: string) => Promise<Uint8Array>,
): Promise<RunDataset> {
  const source = fileName(ref.file);
  return toRunDataset(await parseTableAsync(await read(ref.file), { target: ref.target, source }));
}
