import { confusionMatrixPanel } from '../panels/confusion-matrix.js';
import { misclassifiedPanel } from '../panels/misclassified.js';
import { reportPanel } from '../panels/report.js';
import type { Services } from '../services.js';
import type { Command } from './command.js';
import { runArgument } from '../runs/run-argument.js';

/** Shows a run's confusion matrix. Argument and result as `showRun` says. */
export const showConfusionMatrixCommand = showRun('showConfusionMatrix', ({ panels }, source) =>
  panels.open(confusionMatrixPanel, source),
);

/** Shows the images that a run's model got wrong. Argument and result as `showRun` says. */
export const showMisclassifiedCommand = showRun('showMisclassified', ({ panels }, source) =>
  panels.open(misclassifiedPanel, source),
);

/** Opens a run's report. Argument and result as `showRun` says. */
export const openRunCommand = showRun('openRun', ({ panels }, source) => panels.open(reportPanel, source));

/** A command that shows a run: its argument is `{ run }`, the text of the run folder's URI, and so is its result. */
function showRun(id: string, show: (services: Services, source: { run: string }) => unknown): Command {
  return {
    id,
    async run(services, argument) {
      const source = { run: await runArgument(services, argument) };
      show(services, source);
      return source;
    },
  };
}
