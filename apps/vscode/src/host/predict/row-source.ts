import { openArray, type ArrayEntry, bytesSource } from '@tenfold/arrays';
import { parseTable } from '@tenfold/datasets';
import { InputError } from '@tenfold/errors';

import { tableHeader } from '../training/table-line.js';

/** Rows to predict, read a few at a time. */
export interface RowSource {
  readonly rows: number;
  /**
   * Reads rows.
   *
   * @param start the first one
   * @param count how many; they are there
   * @returns the features of each, row after row
   */
  read(start: number, count: number): Promise<ArrayLike<number>>;
}

/** What a column of labels may be called; it is passed over. */
const LABEL = /^(labels?|targets?|class|digit|y)$/i;

/**
 * Reads the rows of a file that a model is to predict: of a table, of an array of images or rows, or of the first such array
 * of an archive.
 *
 * @param name the file's
 * @param bytes its content
 * @param features how many numbers a row must have
 * @throws InputError when the file has no such rows
 */
export async function rowSource(name: string, bytes: Uint8Array, features: number): Promise<RowSource> {
  if (/\.(csv|txt)$/i.test(name)) return tableRows(name, bytes, features);
  const { entries } = await openArray(bytesSource(bytes), { name });
  const fitting = entries.find(({ shape, rowLength }) => shape.length > 1 && rowLength === features);
  if (fitting !== undefined) return arrayRows(fitting);
  const found = entries
    .map((entry) => `${entry.name}: ${entry.shape.join(' × ') || 'one number'}`)
    .slice(0, 5);
  throw new InputError(
    `${name} has no rows of ${features} numbers, as the model takes them (it holds ${found.join('; ') || 'no array'})`,
  );
}

function arrayRows(entry: ArrayEntry): RowSource {
  return {
    rows: entry.rows,
    async read(start, count) {
      const elements = await entry.readRows(start, count);
      return elements instanceof BigInt64Array || elements instanceof BigUint64Array
        ? Float64Array.from(elements, Number)
        : elements;
    },
  };
}

function tableRows(name: string, bytes: Uint8Array, features: number): RowSource {
  const text = new TextDecoder().decode(bytes);
  const names = tableHeader(text.slice(0, text.search(/[\r\n]/) + 1 || undefined));
  const target = labelColumn(name, names, features);
  const { data } =
    target === undefined ? parseTable(text, { source: name }) : parseTable(text, { source: name, target });
  const values = Float64Array.from(data.to1DArray());
  return {
    rows: data.rows,
    read: (start, count) => Promise.resolve(values.subarray(start * features, (start + count) * features)),
  };
}

/** The column beside the features, if there is one: by its name, else the last. */
function labelColumn(name: string, names: readonly string[], features: number): string | undefined {
  if (names.length === features) return undefined;
  if (names.length === features + 1) return names.find((column) => LABEL.test(column)) ?? names.at(-1);
  throw new InputError(
    `${name} has ${names.length} columns; the model takes ${features}, and one of labels may stand beside them`,
  );
}
