import type { Command } from 'commander';

import type { Output } from './terminal/output.js';

/** What every command is given besides its arguments and flags. */
export interface Context {
  /** Its output streams. */
  out: Output;
  /** Aborted by Ctrl-C, a termination signal or a closed pipe. */
  signal: AbortSignal;
  /** The program, with its commands and flags. */
  program: Command;
}

/** A command: its positional arguments, its checked flags, and its output streams. */
export type Run<Flags> = (args: (string | undefined)[], flags: Flags, context: Context) => Promise<void>;
