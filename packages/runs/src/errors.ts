import { InputError, OutsideError } from '@tenfold/core';

/** A folder that should hold a run does not. */
export class UnreadableRunError extends InputError {
  /**
   * @param folder the run's folder
   * @param reason what is wrong with it, in words
   */
  constructor(
    readonly folder: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${folder} is not a run: ${reason}`, options);
  }
}

/** A run's folder could not be written. Nothing of it is left behind. */
export class RunNotWrittenError extends OutsideError {
  /**
   * @param folder the folder that keeps the runs
   * @param reason what went wrong, in words
   */
  constructor(
    readonly folder: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`the run could not be written to ${folder}: ${reason}`, options);
  }
}

/** Rows that are to be trained on or scored have no labels. */
export class UnlabelledError extends InputError {
  /**
   * @param dataset the data set's name
   * @param columns the columns of a table, or undefined of anything else
   */
  constructor(
    readonly dataset: string,
    readonly columns?: readonly string[],
  ) {
    super(
      columns === undefined
        ? `${dataset} has no labels, which training and scoring need`
        : `${dataset} is a table of which no column is named as that of the labels; its columns are ${shorten(columns)}`,
    );
  }
}

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, 20).join(', ');
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}
