/** The bytes of one array's file, wherever they come from: a file, a part of an archive, or what a packed one holds. */
export interface Content {
  /** How many there are. Of gzip it is the length at the end of the file, as only unpacking finds the true one. */
  readonly size: number | undefined;
  /**
   * Reads bytes into an array of their own. Fewer come only at the end. `cached` says whether whole pages may be read
   * and kept for the next reading, for which scattered readings do not pay; default true.
   */
  read(
    offset: number,
    length: number,
    signal?: AbortSignal,
    cached?: boolean,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** The same bytes, when they lie in memory in one piece; a view, good for this turn only. */
  peek(offset: number, length: number): Uint8Array | undefined;
  /** Reads all and compares checksums. @returns whether there was one */
  verify(signal?: AbortSignal): Promise<boolean>;
}
