import type { Command } from 'commander';

import type { Run } from './context.js';

/** One command of the program: its flags are known at once, its work is loaded when it is called. */
export interface CommandDefinition {
  /** The name with its arguments: "train [dataset]". */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** More about it, for its own help. */
  details?: string;
  /** Example calls, each with what it does. */
  examples: readonly (readonly [string, string])[];
  /** Adds its arguments' descriptions and its flags. */
  flags?: (command: Command) => void;
  /** Whether its flags are made of the definitions of estimators, which are loaded first. */
  takesEstimator?: boolean;
  /** Loads its work. */
  load: () => Promise<Run<never>>;
  /** Whether the help leaves it out. */
  hidden?: boolean;
}
