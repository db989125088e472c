import { InputError } from './tenfold-error.js';

/** A parameter has a value outside its range. `LogisticRegression: C must be a number above 0, got -1`. */
export class ParameterError extends InputError {
  /**
   * @param owner the function or class that was called
   * @param parameter the parameter's name
   * @param expected what it must be, as the words after "must be"
   * @param received the value that came
   */
  constructor(
    readonly owner: string,
    readonly parameter: string,
    readonly expected: string,
    readonly received: unknown,
  ) {
    super(`${owner}: ${parameter} must be ${expected}, got ${describe(received)}`);
  }
}

/** Two inputs do not fit each other, or a matrix has another shape than was promised. */
export class ShapeError extends InputError {
  /**
   * @param owner the function or class that was called
   * @param expected the shape or length expected, in words: "as many labels as X has rows (3)"
   * @param received the shape or length that came, in words
   */
  constructor(
    readonly owner: string,
    readonly expected: string,
    readonly received: string,
  ) {
    super(`${owner}: expected ${expected}, got ${received}`);
  }
}

/** A cell of a matrix is NaN, infinite, missing or no number. Rows and columns count from 0. */
export class NonFiniteError extends InputError {
  /**
   * @param owner the function or class that was called
   * @param row the row of the cell
   * @param column the column of the cell
   * @param value what is in the cell
   * @param matrix the matrix's name. Default: it has none
   */
  constructor(
    readonly owner: string,
    readonly row: number,
    readonly column: number,
    readonly value: unknown,
    readonly matrix?: string,
  ) {
    const values = matrix === undefined ? 'every value' : `every value of ${matrix}`;
    super(
      `${owner}: ${values} must be a finite number, got ${describe(value)} in row ${row}, column ${column} (counted from 0)`,
    );
  }
}

/** A method that needs a fitted model was called before `fit`. */
export class NotFittedError extends InputError {
  constructor(
    readonly model: string,
    readonly method: string,
  ) {
    super(`${model}: ${method} needs a fitted model; call fit first`);
  }
}

/** A value as an error message shows it: text in quotes, long values cut. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name}`;
  if (typeof value === 'object' && value !== null)
    return `an object (${Object.prototype.toString.call(value).slice(8, -1)})`;
  return String(value);
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
