import type { Command } from './command.js';

/** All commands. */
export const commands: readonly Command[] = [];
