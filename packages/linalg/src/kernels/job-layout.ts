import { ROW_ARGUMENTS } from './generated/job-layout.js';

// How jobs lie in shared memory: scripts/job-layout.js has the list that both sides are generated from.
export { JOB, KERNEL } from './generated/job-layout.js';

/** Arguments of kernels over rows; addresses may be 0 for "none". */
export type RowArguments = Readonly<Record<(typeof ROW_ARGUMENTS)[number], number>>;

/** The arguments as a job takes them. */
export function rowIntegers(args: Partial<RowArguments>): number[] {
  return ROW_ARGUMENTS.map((name) => args[name] ?? 0);
}
