import type { EstimatorChoice } from '@tenfold/runs';
import { type FitReport, findClassifier } from 'tenfold';

import type { Output } from '../terminal/output.js';
import { progress } from '../terminal/progress.js';

/** Shows a fit's iterations; `stop` takes the bar away. */
export interface FitProgress {
  /** To be called after each iteration. */
  onIteration: (report: FitReport) => void;
  /** To be called when the fit is over, however it ended. */
  stop: () => void;
}

/**
 * A progress bar for a fit.
 *
 * @param out where to show it
 * @param label what is being done
 * @param maxIter the most iterations that one problem takes
 */
export function fitProgress(out: Output, label: string, maxIter: number): FitProgress {
  const bar = progress(out, label);
  return {
    onIteration({ problem, problems, iteration, loss }) {
      const which = problems > 1 ? `class ${problem + 1} of ${problems}, ` : '';
      const done = problem * maxIter + Math.min(iteration, maxIter);
      bar.update(done, problems * maxIter, `${which}iteration ${iteration}, loss ${loss.toPrecision(5)}`);
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** The most iterations that a fit of an estimator takes; 0 of one without. */
export function mostIterations({ name, params }: EstimatorChoice): number {
  const known = findClassifier(name).definition.params as Readonly<Record<string, { default: unknown }>>;
  const most = params.maxIter ?? (Object.hasOwn(known, 'maxIter') ? known.maxIter.default : 0);
  return typeof most === 'number' ? most : 0;
}
