import type { LogisticRegression } from 'tenfold';

import type { Output } from '../terminal/output.js';

/** Warns when a solver ran out of iterations; once, however many classes were fitted apart. */
export function warnConvergence(out: Output, model: LogisticRegression): void {
  const { warnings, nIter, params } = model;
  if (warnings.length === 0) return;
  const classes = nIter.length > 1 ? ` for ${warnings.length} of ${nIter.length} classes` : '';
  const rounds = warnings.reduce((most, { nIter: own }) => Math.max(most, own), 0);
  out.warn(
    `${params.solver} had not converged after ${rounds} iterations${classes}`,
    'raise --max-iter, or scale the data',
  );
}
