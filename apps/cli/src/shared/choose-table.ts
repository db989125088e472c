import type { FileDataset } from '@tenfold/runs';
import type { LabelType } from 'tenfold';

import type { TableFlags } from '../options/data-flags.js';
import { UsageError } from '../usage-error.js';
import { definedFields } from './defined-fields.js';

/**
 * How a table is read, as the flags say.
 *
 * @throws UsageError when columns have no names and one is named
 */
export function chooseTable(
  flags: TableFlags,
): Pick<FileDataset, 'target' | 'idColumn' | 'table' | 'missing'> {
  const { header = true, delimiter, missing } = flags;
  const drop = flags.drop?.map((column) => chooseColumn('--drop', column, header));
  const target = flags.target && chooseColumn('--target', flags.target, header);
  const idColumn = flags.idColumn && chooseColumn('--id-column', flags.idColumn, header);
  const table = definedFields({
    delimiter,
    drop,
    decimal: flags.decimal as ',' | '.' | undefined,
    labelType: flags.labelType as LabelType | undefined,
    header: header ? undefined : false,
  });
  return definedFields({
    target,
    idColumn,
    missing,
    table: Object.keys(table).length === 0 ? undefined : table,
  });
}

/** A column by its name; without a header by its number, from 0, or from the last one with a minus. */
export function chooseColumn(flag: string, column: string, header: boolean): string | number {
  if (header) return column;
  const number = Number(column);
  if (/^-?\d+$/.test(column) && Number.isSafeInteger(number)) return number;
  throw new UsageError(
    `${flag} must be the number of a column, from 0, as --no-header leaves columns without names, got ${JSON.stringify(column)}`,
  );
}
