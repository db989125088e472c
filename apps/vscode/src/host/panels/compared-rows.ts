import { estimatorLabel } from '../../model/estimators.js';
import type { RunResult } from '../../protocol/training.js';
import type { ComparedRow, ComparisonSource } from '../../protocol/webviews/comparison.js';
import type { Job, Jobs } from '../training/jobs.js';

type Solvers = Extract<ComparisonSource, { kind: 'solvers' }>;

const NOTHING = {
  note: '',
  dataset: '',
  estimator: '',
  seconds: null,
  accuracy: null,
  iterations: null,
  converged: null,
  run: null,
} as const;

/** A run that was read. */
export function runRow(run: string, name: string, result: RunResult): ComparedRow {
  return { ...NOTHING, ...figures(result), key: run, name, state: 'done', run };
}

/** A run that cannot be read. */
export function missingRow(run: string, name: string, note: string): ComparedRow {
  return { ...NOTHING, key: run, name, state: 'missing', note, run };
}

/** The jobs of a comparison, as far as they have begun. */
export function comparedJobs({ plan, after }: Solvers, jobs: Jobs): (Job | undefined)[] {
  const begun = jobs.all.slice(jobs.all.findIndex(({ id }) => id === after) + 1);
  return plan.map((title) => begun.find((job) => job.title === title));
}

/**
 * The row of a solver's job: the figures so far of one that runs, those of the run of one that has ended.
 *
 * @param title the job's
 * @param job undefined when it has not begun
 * @param isLost whether nothing of the comparison is known to this window any more
 * @param result the figures of the run that it left, once they are read
 */
export function jobRow(
  title: string,
  job: Job | undefined,
  isLost: boolean,
  result?: RunResult,
): ComparedRow {
  const own = { ...NOTHING, key: title, name: title };
  if (job === undefined) return { ...own, state: isLost ? 'missing' : 'waiting' };
  const { state } = job;
  const last = job.points.at(-1);
  const soFar = {
    seconds: last?.seconds ?? null,
    iterations: last?.iteration ?? null,
    accuracy: job.points.findLast(({ accuracy }) => accuracy !== undefined)?.accuracy ?? null,
  };
  if (state.kind === 'done') {
    const known = result === undefined ? soFar : figures(result);
    return { ...own, ...known, state: 'done', accuracy: state.accuracy, run: state.run };
  }
  return { ...own, ...soFar, state: state.kind, note: state.kind === 'failed' ? state.message : '' };
}

function figures(result: RunResult) {
  const { dataset, model, seconds, accuracy, nIter, converged } = result;
  const figures = { dataset, estimator: estimatorLabel(model), seconds: seconds.fit, accuracy };
  return { ...figures, iterations: nIter, converged };
}
