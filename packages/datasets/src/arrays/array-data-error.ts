import { InputError } from '@tenfold/errors';

/**
 * Why arrays make no data set: there is no array of that name, or more than one that it could be (`choice`); it has
 * another shape than images, rows or labels have (`shape`); there are not as many rows as labels (`length`); images
 * and labels were given in each other's place (`swapped`); a label is missing or no label (`label`); a value is beyond
 * what a double holds (`value`); the rows need more memory than they may take (`too-large`).
 */
export type ArrayDataProblem = 'choice' | 'shape' | 'length' | 'swapped' | 'label' | 'value' | 'too-large';

/** Arrays that make no data set. */
export class ArrayDataError extends InputError {
  /**
   * @param source the file, or the array and its archive: "y of digits.npz"
   * @param problem what is wrong
   * @param expected what should be there, in words
   * @param received what is there, in words
   * @param advice what to do, in words
   */
  constructor(
    readonly source: string,
    readonly problem: ArrayDataProblem,
    readonly expected: string,
    readonly received: string,
    readonly advice: string,
  ) {
    super(`${source}: expected ${expected}, got ${received}; ${advice}`);
  }
}
