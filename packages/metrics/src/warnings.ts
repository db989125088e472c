import { type OptionReader, ParameterError } from '@tenfold/core';

import type { UnevenRows } from './probabilities.js';

/** Rows of probabilities do not sum to one, as when they were rounded; a score was given nevertheless. */
export interface ProbabilityWarning {
  /** What kind of warning this is. */
  readonly kind: 'probability';
  /** The first row that does not sum to one, counted from 0. */
  readonly row: number;
  /** What that row sums to. */
  readonly sum: number;
  /** How many rows do not sum to one. */
  readonly count: number;
  /** The warning in words. */
  readonly message: string;
}

/** A listener for warnings. */
export type OnWarning = (warning: ProbabilityWarning) => void;

/** Reads `onWarning`. */
export const onWarningOption: OptionReader<OnWarning> = (value = emitWarning, owner, name) => {
  if (typeof value === 'function') return value as OnWarning;
  throw new ParameterError(owner, name, 'a function', value);
};

/** The warning about rows of which the first sums to `sum`. */
export function probabilityWarning(owner: string, { row, sum, count }: UnevenRows): ProbabilityWarning {
  const where = count === 1 ? `row ${row} sums` : `${count} rows do not; the first, row ${row}, sums`;
  const message = `${owner}: probabilities should sum to one, but ${where} to ${sum}; taken as they are`;
  return { kind: 'probability', row, sum, count, message };
}

/** Node's own way, which a process can listen to or silence (`--disable-warning`); nothing where there is no process. */
function emitWarning({ message }: ProbabilityWarning): void {
  const { process } = globalThis as { process?: { emitWarning?: (message: string, type: string) => void } };
  process?.emitWarning?.(message, 'ProbabilityWarning');
}
