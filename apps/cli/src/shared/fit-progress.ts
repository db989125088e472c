import { type FitReport, findClassifier } from 'tenfold';

import type { Output } from '../terminal/output.js';
import { progress } from '../terminal/progress.js';

/** Shows how far a fit has come; `stop` takes the bar away. */
export interface FitProgress {
  /** To be called after each step of the fit. */
  onIteration: (report: FitReport) => void;
  /** To be called when the fit is over, however it ended. */
  stop: () => void;
}

/**
 * A progress bar for a fit.
 *
 * @param out where to show it
 * @param label what is being done
 * @param estimator the id of the estimator, or the name of its class
 */
export function fitProgress(out: Output, label: string, estimator: string): FitProgress {
  const bar = progress(out, label);
  const description = findClassifier(estimator).definition.progress;
  return {
    onIteration(report) {
      bar.update(report.done, report.total, describeStep(report, description));
    },
    stop: () => {
      bar.stop();
    },
  };
}

type Description = ReturnType<typeof findClassifier>['definition']['progress'];

/** A step in a few words. Of problems that are solved side by side the figures of one say little. */
function describeStep({ problems, done, figures }: FitReport, description: Description): string {
  const step = description?.step ?? 'step';
  if (problems > 1) return `${problems} classes side by side, ${done} ${step}s`;
  const figure = description?.figures.at(0);
  const shown = figure === undefined ? '' : `, ${figure.label} ${figures[figure.name].toPrecision(5)}`;
  return `${step} ${done}${shown}`;
}
