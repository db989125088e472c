import { describe, InputError } from '@tenfold/core';
import type { Label } from '@tenfold/linalg';

/** A label is none of the expected ones. `logLoss: yTrue holds 7, which is not among the labels 0, 1`. */
export class UnknownLabelError extends InputError {
  /**
   * @param owner the function that was called
   * @param where the argument that holds the label: "yTrue", "posLabel"
   * @param label the label that is not known
   * @param known the labels it should be one of, in order
   */
  constructor(
    readonly owner: string,
    readonly where: string,
    readonly label: Label,
    readonly known: readonly Label[],
  ) {
    super(`${owner}: ${where} holds ${describe(label)}, which is not among the labels ${listLabels(known)}`);
  }
}

/** A score that compares classes was asked for where only one is present. */
export class OneClassError extends InputError {
  /**
   * @param owner the function that was called
   * @param label the only class present
   */
  constructor(
    readonly owner: string,
    readonly label: Label,
  ) {
    super(
      `${owner}: at least two classes must be present, but every sample that counts is of class ${describe(label)}`,
    );
  }
}

/** A row of probabilities has a value outside 0 to 1, or does not sum to one. Rows count from 0. */
export class ProbabilityError extends InputError {
  /**
   * @param owner the function that was called
   * @param row the first row at fault
   * @param problem what is wrong with it, as the words after "row 3"
   * @param value the value outside 0 to 1, or the sum
   */
  constructor(
    readonly owner: string,
    readonly row: number,
    readonly problem: string,
    readonly value: number,
  ) {
    super(
      `${owner}: probabilities must lie between 0 and 1 and sum to one, but row ${row} ${problem} ${value}`,
    );
  }
}

function listLabels(labels: readonly Label[]): string {
  const shown = labels.slice(0, 12).map(describe).join(', ');
  return labels.length > 12 ? `${shown}, … (${labels.length} in all)` : shown;
}
