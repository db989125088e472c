import type { DatasetChoice } from '@tenfold/runs';

import type { DataFlags } from '../options/flags.js';
import { UsageError } from '../usage-error.js';

/**
 * The data set that the arguments and flags name.
 *
 * @param name the positional argument
 * @param flags the data flags
 * @throws UsageError when none is named, or two are
 */
export function chooseDataset(name: string | undefined, flags: DataFlags): DatasetChoice {
  const { data, target, dataHome, order, mirror } = flags;
  if (data !== undefined) return chooseTable(name, data, target);
  if (target !== undefined) throw new UsageError('--target names a column of a CSV file; --data is missing');
  if (name === undefined)
    throw new UsageError(
      'a data set is missing',
      'name one: digits, mnist, or --data file.csv --target column',
    );
  if (name !== 'mnist') return { name };
  return {
    name,
    ...(dataHome !== undefined && { dataHome }),
    ...(order !== undefined && { order }),
    ...(mirror !== undefined && { mirrors: mirror }),
  };
}

function chooseTable(name: string | undefined, file: string, target: string | undefined): DatasetChoice {
  if (name !== undefined)
    throw new UsageError(`either a named data set or --data, got both (${name} and ${file})`);
  if (target === undefined) throw new UsageError('--data needs --target, the column that holds the labels');
  return { file, target };
}
