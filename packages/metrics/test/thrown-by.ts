import { isTenfoldError } from '@tenfold/core';

/** Any function of the package. */
export type Score = (...args: never[]) => unknown;

/** What a call throws; the types of its arguments are left aside, as in JavaScript. */
export function thrownBy(score: Score, ...args: unknown[]): unknown {
  try {
    return score(...(args as never[]));
  } catch (error) {
    return isTenfoldError(error) ? error : new Error('not one of ours', { cause: error });
  }
}
