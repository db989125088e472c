import { InputError } from '@tenfold/core';

/** An error that says what can be done about it: a button under its words. */
export class HelpfulError extends InputError {
  /**
   * @param message what is wrong, in one sentence
   * @param button what the button says
   * @param help does what it says
   */
  constructor(
    message: string,
    readonly button: string,
    readonly help: () => unknown,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
