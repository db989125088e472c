import { type AnyClassifier, isIterative } from '@tenfold/base';
import { stagesOf } from 'tenfold';

import type { Output } from '../terminal/output.js';

/**
 * Warns when a solver ran out of iterations; once, however many classes were fitted apart.
 *
 * @param out the output streams
 * @param model the fitted model
 * @param name what the model is called; its class when it has no other name
 */
export function warnConvergence(out: Output, model: AnyClassifier, name?: string): void {
  const { warnings } = model;
  if (warnings.length === 0) return;
  const { last } = stagesOf(model);
  const problems = isIterative(last) ? last.nIter.length : 1;
  const classes = problems > 1 ? ` for ${warnings.length} of ${problems} classes` : '';
  const rounds = warnings.reduce((most, { nIter }) => Math.max(most, nIter), 0);
  out.warn(
    `${name ?? last.definition.name} had not converged after ${rounds} iterations${classes}`,
    'raise --max-iter, or scale the data',
  );
}
