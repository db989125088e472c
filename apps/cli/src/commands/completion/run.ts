import type { Run } from '../../context.js';
import { scripts } from './scripts.js';
import { UsageError } from '../../usage-error.js';

/** Prints a shell's completion script. */
export const run: Run<object> = ([shell = ''], _flags, { out }) => {
  const script = scripts.get(shell);
  if (script === undefined) {
    throw new UsageError(`completion is for one of ${[...scripts.keys()].join(', ')}, got "${shell}"`);
  }
  out.print(script.trim());
  out.result({ shell, script: script.trim() });
  return Promise.resolve();
};
