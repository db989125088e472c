import { parse } from 'node:path';

import { errorCode } from '@tenfold/core';
import { isPipe, pipeChunks } from '@tenfold/files';

import type { FeatureTable, Table, TableDataset } from '../dataset.js';
import { gzipError } from '../table/gunzip-if-needed.js';
import { readChunks } from '../table/parse-table.js';
import {
  type CheckedTableOptions,
  checkTableOptions,
  type FeatureTableOptions,
  type LabelledTableOptions,
  type ParseOptions,
  type TableOptions,
} from '../table/table-options.js';
import { withOpenedFile } from './unpacked-chunks.js';

/**
 * Reads a table from a file or from what comes, such as `process.stdin`, as `parseTable` does: chunk by chunk, so that
 * only its values are held. Gzipped tables are unpacked; their first bytes decide, not the name. The data set's name is
 * the file's.
 *
 * @param table the file's path, or chunks of bytes
 * @throws TableError when the table is not in order; FileError when the file cannot be read
 * @throws ParameterError when an option is unknown or has a value outside its range
 */
export function readTable(
  table: string | AsyncIterable<Uint8Array>,
  options: LabelledTableOptions & ParseOptions,
): Promise<TableDataset>;
export function readTable(
  table: string | AsyncIterable<Uint8Array>,
  options?: FeatureTableOptions & ParseOptions,
): Promise<FeatureTable>;
export function readTable(
  table: string | AsyncIterable<Uint8Array>,
  options: TableOptions & ParseOptions,
): Promise<Table>;
export async function readTable(
  table: string | AsyncIterable<Uint8Array>,
  options: TableOptions & ParseOptions = {},
): Promise<TableDataset | FeatureTable | Table> {
  const place = typeof table === 'string' ? { source: table, name: parse(table).name } : {};
  const checked = checkTableOptions('readTable', { ...place, ...options });
  checked.signal?.throwIfAborted();
  if (typeof table !== 'string') return readChunks(table, checked);
  return (await isPipe(table))
    ? readChunks(pipeChunks(table, checked.signal), checked)
    : withOpenedFile(table, (file) => readUnpacked(file.chunks(checked.signal), checked));
}

async function readUnpacked(chunks: AsyncIterable<Uint8Array>, options: CheckedTableOptions): Promise<Table> {
  const { signal } = options;
  try {
    return await readChunks(chunks, options);
  } catch (error) {
    signal?.throwIfAborted();
    throw errorCode(error)?.startsWith('Z_') === true ? gzipError(options.source, error) : error;
  }
}
