import { checkBoolean, checkInteger, checkNumber } from '@tenfold/core';

/** How an operation runs. */
export interface RunOptions {
  /** Most threads to use, 1 or more; as many as there are processors when left out. Never changes a result. */
  threads?: number | undefined;
  /** Cancels the operation: its promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Run options that were checked. */
export interface CheckedRun {
  readonly threads: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Checks run options at the door.
 *
 * @throws ParameterError on a number of threads below 1
 */
export function checkRun(owner: string, { threads, signal }: RunOptions): CheckedRun {
  if (threads !== undefined) checkInteger(owner, 'threads', threads, { min: 1 });
  signal?.throwIfAborted();
  return { threads, signal };
}

/** A factor such as alpha, which may be NaN or infinite as little as any parameter. */
export function checkFactor(owner: string, name: string, value: unknown, whenLeftOut: number): number {
  return value === undefined ? whenLeftOut : checkNumber(owner, name, value);
}

/** A switch that is off unless set. */
export function checkSwitch(owner: string, name: string, value: unknown): boolean {
  return value === undefined ? false : checkBoolean(owner, name, value);
}
