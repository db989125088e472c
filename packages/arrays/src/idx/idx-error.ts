import { InputError } from '@tenfold/core';

/**
 * What is wrong with an IDX file: it is no IDX file (`magic`), its elements are of a type that IDX does not know
 * (`type`), it ends too early (`truncated`), bytes follow behind the end (`length`), its sizes multiply to more than
 * can be held (`too-large`), or its gzip layer is damaged (`gzip`).
 */
export type IdxProblem = 'magic' | 'type' | 'truncated' | 'length' | 'too-large' | 'gzip';

/** The options of an IdxError. */
export interface IdxErrorOptions extends ErrorOptions {
  /** What to do, as the words behind the sentence's semicolon. Default: nothing is said. */
  readonly advice?: string | undefined;
}

/** Bytes that should be an IDX file are none, or not a whole one. */
export class IdxError extends InputError {
  readonly advice: string | undefined;

  /**
   * @param source the file's path, or "the bytes"
   * @param problem what is wrong
   * @param expected what should be there, in words
   * @param received what is there, in words
   */
  constructor(
    readonly source: string,
    readonly problem: IdxProblem,
    readonly expected: string,
    readonly received: string,
    options?: IdxErrorOptions,
  ) {
    const advice = options?.advice === undefined ? '' : `; ${options.advice}`;
    super(`${source} is not a whole IDX file: expected ${expected}, got ${received}${advice}`, options);
    this.advice = options?.advice;
  }
}
