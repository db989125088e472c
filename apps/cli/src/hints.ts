type FindHint = (error: Error) => string | undefined;

/** What the flags can do about an error, by its class or else by what is wrong (`problem`). */
const hints: Readonly<Record<string, string | FindHint | undefined>> = {
  'no-header': '--no-header reads the first line as a row like all others',
  ragged: '--delimiter says what separates the cells, where it was found wrongly',
  'column-clash': 'give a column to one of --target and --drop',
  'missing-column': '--target and --drop name columns as the file does',
  'missing-value': '--drop leaves a column out',
  // A blank label is missing whatever the flags say.
  'missing-label': (error) =>
    valueOf(error).trim() === '' ? undefined : '--missing says what stands for a missing label',
  text: (error) =>
    DECIMAL_COMMA.test(valueOf(error))
      ? '--decimal , reads numbers with a decimal comma'
      : '--drop leaves a column out; --target names the column of the labels',
  continuous: '--label-type text takes them for names; --target names another column of the labels',
  'label-type': '--label-type says what labels are',
  choice: '--x names the array of the rows, --y that of the labels',
  UnlabelledError: labelsHint,
  TableColumnsError: (error) =>
    'taken' in error && Array.isArray(error.taken) && error.taken.length > 0
      ? 'a column that --target or --drop names is no feature'
      : undefined,
  TableSizeError: '--drop leaves columns out',
  FeatureNamesError: '--drop leaves columns out that the model was not trained on',
  SplitSizeError: '--test-size says how many rows are kept for testing',
  StratifyError: 'leave --stratify out, or give another --test-size',
};

/** A number as it is written with a decimal comma. */
const DECIMAL_COMMA = /^\s*[+-]?\d*,\d+\s*$/;

/**
 * What to do about an error of the library, in terms of flags.
 *
 * @param error the error
 * @param flags the flags of the command that was run
 * @returns undefined when there is nothing to say, or the command lacks a flag that it takes
 */
export function hintFor(error: Error, flags: ReadonlySet<string>): string | undefined {
  const problem = 'problem' in error && typeof error.problem === 'string' ? error.problem : '';
  const found = hints[error.name] ?? hints[problem];
  const hint = typeof found === 'function' ? found(error) : found;
  return hint !== undefined && flagsIn(hint).every((flag) => flags.has(flag)) ? hint : undefined;
}

/** The text that an error is about; empty where there is none. */
function valueOf(error: Error): string {
  return 'value' in error && typeof error.value === 'string' ? error.value : '';
}

function labelsHint(error: Error): string {
  const isTable = 'columns' in error && error.columns !== undefined;
  return isTable
    ? '--target names the column of the labels'
    : '--labels names the file of the labels, --y the array of an NPZ file';
}

/** The flags that a text names. */
export function flagsIn(text: string): string[] {
  return text.match(/(?<![\w-])--[a-z][\w-]*/gi) ?? [];
}
