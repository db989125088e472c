import { ModelFormatError, type ModelJson } from '@tenfold/base';
import { errorCode, errorMessage } from '@tenfold/core';

/**
 * A model as text that people can read and compare: a line for every field and for every row of a tensor of rows.
 *
 * @param model what `toJSON` gave
 * @throws ModelFormatError when the text is longer than a string can be
 */
export function formatModel(model: ModelJson): string {
  try {
    return `${formatValue(model, '')}\n`;
  } catch (cause) {
    throw isTooLong(cause) ? tooLarge({ cause }) : cause;
  }
}

/** Whether an error says that a text is longer than a string can be, or a file than a buffer. */
export function isTooLong(error: unknown): boolean {
  if (errorCode(error) === 'ERR_STRING_TOO_LONG') return true;
  // By its name, as it may come from another realm.
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'RangeError' &&
    // That of a value nested too deep.
    !errorMessage(error).includes('call stack')
  );
}

/** The error of a model whose text is longer than a string can be: 2^29 - 24 characters in V8. */
export function tooLarge(options: ErrorOptions & { source?: string }): ModelFormatError {
  const detail = 'expected at most 536870888 characters of JSON, got more: fit to fewer rows or columns';
  return new ModelFormatError('size', detail, options);
}

function formatValue(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null)) return JSON.stringify(value);
    const items = value.map((item) => deeper + formatValue(item, deeper));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const rows = rowsOf(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => {
      const text =
        name === 'data' && rows !== undefined ? formatRows(rows, deeper) : formatValue(field, deeper);
      return `${deeper}${JSON.stringify(name)}: ${text}`;
    });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}

/** The numbers of a tensor of two dimensions, row by row; undefined of all other values. */
function rowsOf(value: object): unknown[][] | undefined {
  const { dtype, shape, data } = value as Partial<Record<string, unknown>>;
  if (typeof dtype !== 'string' || !Array.isArray(shape) || shape.length !== 2 || !Array.isArray(data))
    return undefined;
  const [rows, columns] = shape as number[];
  // What only looks like a tensor, as provenance may, is kept as it is.
  if (!Number.isInteger(columns) || columns < 1 || rows * columns !== data.length) return undefined;
  return Array.from({ length: rows }, (_, i) => data.slice(i * columns, (i + 1) * columns) as unknown[]);
}

/** Numbers with a line for each row. */
function formatRows(rows: unknown[][], indent: string): string {
  const lines = rows.map((row) => `${indent}  ${row.map((item) => JSON.stringify(item)).join(',')}`);
  return `[\n${lines.join(',\n')}\n${indent}]`;
}
