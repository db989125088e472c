import { readFile, stat } from 'node:fs/promises';
import { parse } from 'node:path';

import type { TableDataset } from '../dataset.js';
import {
  type FeatureTable,
  type FeatureTableOptions,
  parseTable,
  type TableOptions,
} from '../table/parse-table.js';
import { TableError } from '../table/table-error.js';
import { asFileError } from './file-error.js';

/** The longest string that every Node can hold. */
const MAX_BYTES = 2 ** 29 - 25;

/**
 * Reads a table in UTF-8 from disk, as `parseTable` does. The data set's name is the file's.
 *
 * @throws TableError when the table is not in order; FileError when the file cannot be read
 */
export function readTable(path: string, options: TableOptions): Promise<TableDataset>;
export function readTable(path: string, options?: FeatureTableOptions): Promise<FeatureTable>;
export async function readTable(
  path: string,
  options: TableOptions | FeatureTableOptions = {},
): Promise<TableDataset | FeatureTable> {
  const bytes = await readBytes(path);
  const place = { source: path, name: parse(path).name };
  return options.target === undefined
    ? parseTable(bytes, { ...options, ...place })
    : parseTable(bytes, { ...options, ...place });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      throw new TableError(path, 'too-large', `expected at most ${MAX_BYTES} bytes, got ${size}`);
    }
    return await readFile(path);
  } catch (error) {
    throw asFileError(error, 'read', path);
  }
}
