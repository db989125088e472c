import { describe, InputError } from '@tenfold/core';
import type { Label } from '@tenfold/linalg';

/** A label is no whole number below 2^53, text or boolean, or of another kind than the rest. Rows count from 0. */
export class LabelError extends InputError {
  constructor(
    readonly owner: string,
    readonly row: number,
    readonly expected: string,
    readonly label: unknown,
  ) {
    super(`${owner}: every label must be ${expected}, got ${describe(label)} in row ${row} (counted from 0)`);
  }
}

/** All labels are the same, so that there are no classes to separate. */
export class SingleClassError extends InputError {
  constructor(
    readonly owner: string,
    readonly label: Label,
  ) {
    super(`${owner}: expected labels of at least two classes, got only ${describe(label)}`);
  }
}

/** Labels are of another kind than the classes of a model, and cannot be converted to it. */
export class LabelMismatchError extends InputError {
  /**
   * @param classes the model's classes
   * @param label a label of the data
   */
  constructor(
    readonly classes: readonly Label[],
    readonly label: unknown,
  ) {
    super(
      `the model tells ${listed(classes)} apart; the data's labels are others, such as ${describe(label)}`,
    );
  }
}

/** Some classes, at most ten. */
function listed(classes: readonly Label[]): string {
  const shown = classes.slice(0, 10).map(describe).join(', ');
  return classes.length > 10 ? `${shown} and ${classes.length - 10} more` : shown;
}
