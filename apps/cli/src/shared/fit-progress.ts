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
    onIteration(report) {
      const most = report.problems * maxIter;
      bar.update(Math.min(report.iterations, most), most, describeIteration(report));
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** An iteration in a few words. With one-vs-rest the problems take turns, so that the loss of one says little. */
function describeIteration({ problems, iterations, loss }: FitReport): string {
  return problems > 1
    ? `${problems} classes side by side, ${iterations} iterations`
    : `iteration ${iterations}, loss ${loss.toPrecision(5)}`;
}

/** The most iterations that a fit of an estimator takes; 0 of one without. */
export function mostIterations({ name, params }: EstimatorChoice): number {
  const known = findClassifier(name).definition.params as Readonly<Record<string, { default: unknown }>>;
  const most = params.maxIter ?? (Object.hasOwn(known, 'maxIter') ? known.maxIter.default : 0);
  return typeof most === 'number' ? most : 0;
}
