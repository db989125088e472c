import { isArrayFile, readArrays, readTable } from '@tenfold/datasets';
import { ParameterError } from '@tenfold/core';

import type { FileDataset, Reading } from '../dataset-choice.js';
import type { LoadedRows, LoadedTable } from '../to-run-dataset.js';

/** The path that means a table on standard input. */
const STANDARD_INPUT = '-';

/**
 * Reads a file: arrays, or else a table, by its first bytes.
 *
 * @throws ParameterError when an option does not go with the kind of file; whatever its reader throws
 */
export async function readDataFile(
  choice: FileDataset,
  reading: Reading,
  signal: AbortSignal | undefined,
): Promise<LoadedRows> {
  const { file, labels, x, y, transpose, missing } = choice;
  if (file !== STANDARD_INPUT && (await isArrayFile(file))) {
    refuse(choice, ['target', 'table', 'idColumn'], `${file} holds arrays and no table`);
    return readArrays({ file, labels, x, y, transpose, missing, signal });
  }
  refuse(choice, ['labels', 'x', 'y', 'transpose'], `${file} is a table: target names its labels`);
  return readTableFile(choice, reading, signal);
}

async function readTableFile(
  { file, target, table = {}, idColumn, missing }: FileDataset,
  reading: Reading,
  signal: AbortSignal | undefined,
): Promise<LoadedTable> {
  const isInput = file === STANDARD_INPUT;
  const targetName = target ?? reading.target;
  const read = await readTable(isInput ? process.stdin : file, {
    ...table,
    ...(isInput && { source: 'standard input', name: 'stdin' }),
    target: targetName,
    // The column that a model was trained on may be missing from rows to predict; one that was named may not.
    targetOptional: target === undefined,
    keep: idColumn === undefined ? [] : [idColumn],
    columns: reading.columns,
    missing,
    labelType: reading.labelType ?? table.labelType,
    signal,
  });
  return { ...read, targetName };
}

function refuse(choice: FileDataset, names: readonly (keyof FileDataset)[], reason: string): void {
  const name = names.find((candidate) => choice[candidate] !== undefined);
  if (name === undefined) return;
  throw new ParameterError('loadDataset', name, `left out, as ${reason}`, choice[name]);
}
