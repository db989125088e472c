import type { Preconditioner } from '@tenfold/linalg';

import { diagonalPreconditioner } from './diagonal.js';
import { type GramProblem, gramPreconditioner } from './gram.js';
import type { PreconditionPlan } from './plan.js';

/** The preconditioner that a plan begins with; undefined when it begins without, or it cannot be made. */
export function startPreconditioner(
  { start }: PreconditionPlan,
  problem: GramProblem,
): Promise<Preconditioner | undefined> {
  if (start === 'early') return gramPreconditioner(problem);
  return start === 'diagonal' ? diagonalPreconditioner(problem) : Promise.resolve(undefined);
}
