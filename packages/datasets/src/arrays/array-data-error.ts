import { InputError } from '@tenfold/core';

/**
 * Why arrays make no data set: there is no array of that name, or more than one that it could be (`choice`); it has
 * another shape than images, rows or labels have (`shape`); there are not as many rows as labels (`length`); images
 * and labels were given in each other's place (`swapped`); a label is missing (`missing-label`) or no label (`label`); a
 * value is beyond what a double holds (`value`); the rows need more memory than they may take (`too-large`).
 */
export type ArrayDataProblem =
  'choice' | 'shape' | 'length' | 'swapped' | 'missing-label' | 'label' | 'value' | 'too-large';

/** Arrays that make no data set. */
export class ArrayDataError extends InputError {
  /** The row of a label that is missing or none, from 0. */
  readonly row: number | undefined;
  /** The text that stands for a missing label, which may be blank. */
  readonly value: string | undefined;

  /**
   * @param source the file, or the array and its archive: "y of digits.npz"
   * @param problem what is wrong
   * @param expected what should be there, in words
   * @param received what is there, in words
   * @param advice what to do, in words
   * @param label the label that is missing or none
   * @param label.row its row, from 0
   * @param label.value the text that stands for a missing one
   */
  constructor(
    readonly source: string,
    readonly problem: ArrayDataProblem,
    readonly expected: string,
    readonly received: string,
    readonly advice: string,
    label: { row?: number; value?: string } = {},
  ) {
    super(`${source}: expected ${expected}, got ${received}; ${advice}`);
    this.row = label.row;
    this.value = label.value;
  }
}
