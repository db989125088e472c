/**
 * The spellings of a missing value, unless `missing` says otherwise: nothing at all, and what pandas, NumPy, R, SQL
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
