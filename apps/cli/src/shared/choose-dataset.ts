import type { DatasetChoice, FileDataset, ImageFolder, NamedDataset } from '@tenfold/runs';

import { flagOf } from '../options/flag-of.js';
import type { DataFlags } from '../options/data-flags.js';
import { UsageError } from '../usage-error.js';
import { chooseTable } from './choose-table.js';
import { definedFields } from './defined-fields.js';

/**
 * The data set that the arguments and flags name.
 *
 * @param name the positional argument
 * @param flags the data flags
 * @param options how they are chosen
 * @param options.labels whether rows without labels serve as well
 * @throws UsageError when none is named, or two are, or a flag does not go with it
 */
export function chooseDataset(
  name: string | undefined,
  flags: DataFlags,
  options: { labels?: 'needed' | 'optional' } = {},
): DatasetChoice {
  const { data, images, target } = flags;
  checkOne({ 'a named data set': name, '--data': data, '--images': images });
  if (data !== undefined) {
    if (options.labels !== 'optional' && target === undefined && isTableName(data)) {
      throw new UsageError('--data needs --target, the column that holds the labels');
    }
    return chooseFile(data, flags);
  }
  refuse(
    flags,
    [
      'target',
      'drop',
      'delimiter',
      'decimal',
      'labelType',
      'missing',
      'idColumn',
      'labels',
      'x',
      'y',
      'transpose',
    ],
    '--data',
  );
  if (flags.header === false) throw new UsageError('--no-header is about a CSV file; --data is missing');
  if (images !== undefined) return chooseFolder(images, flags);
  refuse(flags, ['resize'], '--images');
  return chooseNamed(name ?? '', flags);
}

/** Files of arrays, or a table. */
export function chooseFile(file: string, flags: DataFlags): FileDataset {
  const { labels, x, y, transpose } = flags;
  return { file, ...chooseTable(flags), ...definedFields({ labels, x, y, transpose }) };
}

/** A folder of images. */
export function chooseFolder(images: string, { resize }: DataFlags): ImageFolder {
  return { images, ...definedFields({ shape: resize }) };
}

function chooseNamed(name: string, { dataHome, order, mirror }: DataFlags): NamedDataset {
  return { name, ...definedFields({ dataHome, ...(name === 'mnist' && { order, mirrors: mirror }) }) };
}

/** Whether a file is a table by its name alone; of others the first bytes decide when they are read. */
function isTableName(file: string): boolean {
  return file === '-' || /\.(csv|tsv|txt)(\.gz)?$/i.test(file);
}

/** Data comes from one place. */
function checkOne(places: Readonly<Record<string, string | undefined>>): void {
  const named = Object.entries(places).filter(([, value]) => value !== undefined);
  if (named.length === 0) {
    throw new UsageError(
      'a data set is missing',
      'name one: digits, mnist, --data file.csv --target column, or --images folder',
    );
  }
  if (named.length > 1) {
    const all = named.map(([place, value]) => `${place} (${value ?? ''})`).join(' and ');
    throw new UsageError(`the data come from one place, got ${all}`, 'leave all but one out');
  }
}

/**
 * Refuses flags that have no effect without another one.
 *
 * @throws UsageError when one of them was given
 */
export function refuse<T extends object>(
  flags: T,
  names: readonly (keyof T & string)[],
  missing: string,
): void {
  const name = names.find((candidate) => flags[candidate] !== undefined);
  if (name !== undefined) throw new UsageError(`${flagOf(name)} goes with ${missing}, which is missing`);
}
