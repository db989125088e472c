import { digitsRun } from '../digits-run.js';

/** Ten problems side by side, and a failure at the end. */
export default async function () {
  const { points: one, figures } = await digitsRun({ solver: 'lbfgs', preconditioner: 'none' });
  const points = Array.from({ length: 10 }, (_, problem) =>
    one.map((point) => ({
      ...point,
      problem,
      figures: {
        loss: point.figures.loss * (0.3 + 0.1 * problem),
        gradNorm: point.figures.gradNorm * (1 + problem),
      },
    })),
  ).flat();
  const message =
    'The loss is no finite number any more: the data holds values beyond what the solver can take.';
  return {
    source: { job: 'job-1', title: 'lbfgs:ovr on a file with a rather long name that says nothing.csv' },
    contract: 'src/protocol/webviews/training-curve.ts',
    handlers: {
      next: () => ({ state: { kind: 'failed', message }, figures, problems: 10, points, hasMore: false }),
      stop: () => null,
      open: () => null,
      showLog: () => null,
    },
  };
}
