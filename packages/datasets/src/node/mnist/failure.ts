/** Why one attempt at a download failed. It is not exported: DownloadError lists all attempts. */
export class Failure extends Error {
  /**
   * @param message the reason, in words that follow an address
   * @param isPermanent whether the same address would fail in the same way again
   */
  constructor(
    message: string,
    readonly isPermanent: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
