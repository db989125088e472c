/** The command was called in a way that cannot work. It ends with exit code 2. */
export class UsageError extends Error {
  /**
   * @param message what was expected and what came
   * @param hint what to do instead
   */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}
