/** What the flags can do about an error, by what is wrong (`problem`) or else by its class. */
const hints: Readonly<Record<string, string | undefined>> = {
  'no-header': '--no-header reads the first line as a row like all others',
  ragged: '--delimiter says what separates the cells, where it was found wrongly',
  'column-clash': 'give a column to one of --target and --drop',
  'missing-column': '--target and --drop name columns as the file does',
  'missing-value': '--drop leaves a column out',
  'missing-label': '--missing says what stands for a missing label',
  text: '--drop leaves a column out; --target names the column of the labels',
  continuous: '--label-type text takes them for names; --target names another column of the labels',
  'label-type': '--label-type says what labels are',
  choice: '--x names the array of the rows, --y that of the labels',
  TableSizeError: '--drop leaves columns out',
  FeatureNamesError: '--drop leaves columns out that the model was not trained on',
  SplitSizeError: '--test-size says how many rows are kept for testing',
  StratifyError: 'leave --stratify out, or give another --test-size',
};

/**
 * What to do about an error of the library, in terms of flags.
 *
 * @param error the error
 * @param flags the flags of the command that was run
 * @returns undefined when there is nothing to say, or the command lacks a flag that it takes
 */
export function hintFor(error: Error, flags: ReadonlySet<string>): string | undefined {
  const problem = 'problem' in error && typeof error.problem === 'string' ? error.problem : '';
  if (problem === 'missing-label' && !isSpelt(error)) return undefined;
  const hint = (ownHints[error.name] ?? plainHint)(error, problem);
  return hint !== undefined && flagsIn(hint).every((flag) => flags.has(flag)) ? hint : undefined;
}

/** Whether a missing label has a text: a blank one is missing whatever the flags say. */
function isSpelt(error: Error): boolean {
  return 'value' in error && typeof error.value === 'string' && error.value.trim() !== '';
}

type FindHint = (error: Error, problem: string) => string | undefined;

const plainHint: FindHint = ({ name }, problem) => hints[name] ?? hints[problem];

/** The hints that depend on more than the problem, by the class of the error. */
const ownHints: Readonly<Record<string, FindHint | undefined>> = {
  UnlabelledError: labelsHint,
  TableColumnsError: (error) =>
    'taken' in error && Array.isArray(error.taken) && error.taken.length > 0
      ? 'a column that --target or --drop names is no feature'
      : undefined,
  TableError: (error, problem) =>
    problem === 'text' && 'value' in error && DECIMAL_COMMA.test(String(error.value))
      ? '--decimal , reads numbers with a decimal comma'
      : plainHint(error, problem),
};

/** A number as it is written with a decimal comma. */
const DECIMAL_COMMA = /^\s*[+-]?\d*,\d+\s*$/;

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
