import { parseTableAsync } from '@tenfold/datasets';
import { type Reading, type RunDataset, toRunDataset } from '@tenfold/runs';

import type { DatasetRef } from '../../protocol/values.js';
import { fileName } from './file-name.js';

/**
 * Reads a table, gzipped or not.
 *
 * @param ref the table, its column of labels and the columns that are left out
 * @param read gives the bytes of a file
 * @param reading the columns and the kind of labels that are wanted
 * @param signal stops the reading
 * @throws TableError with the line and the column of what is wrong
 */
export async function readTableFile(
  ref: Extract<DatasetRef, { kind: 'table' }>,
  read: (uri: string) => Promise<Uint8Array>,
  reading: Reading,
  signal: AbortSignal,
): Promise<RunDataset> {
  const { file, target, drop } = ref;
  const { columns, labelType } = reading;
  const source = fileName(file);
  const options = { target, drop, source, columns, labelType, signal };
  const table = await parseTableAsync(await read(file), options);
  return toRunDataset({ ...table, targetName: target }, { signal });
}
