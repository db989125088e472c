import { ParameterError } from '@tenfold/core';

/**
 * The spellings of a missing value, unless `missing` says otherwise: nothing at all, which always is one, and what pandas, NumPy, R, SQL
 * and Excel write (https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html), and UCI's question mark.
 * Case counts, so that `none` may be a class.
 */
export const MISSING_VALUES: readonly string[] = [
  '',
  '#N/A',
  '#N/A N/A',
  '#NA',
  '-1.#IND',
  '-1.#QNAN',
  '-NaN',
  '-nan',
  '1.#IND',
  '1.#QNAN',
  '<NA>',
  'N/A',
  'NA',
  'NAN',
  'NULL',
  'NaN',
  'NaT',
  'None',
  'n/a',
  'nan',
  'null',
  '?',
];

/**
 * Checks the option `missing` of a reader.
 *
 * @param owner the function that was called
 * @param missing what stands for a missing value; undefined for `MISSING_VALUES`
 * @returns the spellings without blanks around them, among them the empty one
 * @throws ParameterError when it is no array of text
 */
export function checkMissing(owner: string, missing: unknown = MISSING_VALUES): ReadonlySet<string> {
  const spellings = new Set(['']);
  for (const text of Array.isArray(missing) ? (missing as readonly unknown[]) : [missing]) {
    if (!Array.isArray(missing) || typeof text !== 'string') {
      throw new ParameterError(owner, 'missing', 'an array of text', text);
    }
    spellings.add(text.trim());
  }
  return spellings;
}
