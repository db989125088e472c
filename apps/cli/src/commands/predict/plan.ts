import { flagOf } from '../../options/flag-of.js';
import type { CommonFlags, FittedFlags, RowFlags } from '../../options/flags.js';
import { type FittedPlan, planFitted } from '../../shared/plan-fitted.js';
import { UsageError } from '../../usage-error.js';

/** The flags of `predict`. */
export interface PredictFlags extends CommonFlags, FittedFlags, RowFlags {
  proba?: boolean;
  output?: string;
  columns?: readonly [id: string, label: string];
  firstId?: number;
}

/** The file of predictions. */
export interface PredictionFile {
  /** Where it goes; '-' is standard output. */
  readonly file: string;
  /** The headings of the columns; without them, those of the table that is printed. */
  readonly columns: readonly [id: string, label: string] | undefined;
  /** The number of the data set's first row. */
  readonly firstId: number;
}

/** A plan of `predict`. */
export interface PredictPlan {
  /** The model and the rows. */
  readonly fitted: FittedPlan;
  /** The file of predictions, when one is wanted. */
  readonly output: PredictionFile | undefined;
}

/**
 * Plans a prediction from the command line.
 *
 * @throws UsageError when flags do not go together
 */
export function planPredict(name: string | undefined, flags: PredictFlags): PredictPlan {
  const { output, columns, firstId, json } = flags;
  if (output === undefined) {
    const needless = columns !== undefined ? 'columns' : firstId !== undefined ? 'firstId' : undefined;
    if (needless !== undefined)
      throw new UsageError(`${flagOf(needless)} goes with --output, which is missing`);
  }
  if (output === '-' && json === true) {
    throw new UsageError('standard output takes one of --output - and --json, got both');
  }
  return {
    fitted: planFitted(name, flags),
    output:
      output === undefined
        ? undefined
        : { file: output, columns, firstId: firstId ?? (columns === undefined ? 0 : 1) },
  };
}
