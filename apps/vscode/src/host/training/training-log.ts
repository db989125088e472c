import type { LogOutputChannel } from 'vscode';
import { formatDuration } from '@tenfold/core';

import type { Job } from './jobs.js';

/** Milliseconds between two lines that tell how a fit goes. */
const LINE_INTERVAL_MS = 1000;

/** Writes down how a job goes: its beginning and end, and a line a second while it runs. */
export function logJob(log: LogOutputChannel, job: Job): void {
  let phase = '';
  let last = 0;
  log.info(`${job.title}: started`);
  const end = job.onChange(() => {
    const { state } = job;
    if (state.kind !== 'running') {
      end();
      log[state.kind === 'failed' ? 'error' : 'info'](`${job.title}: ${ended(job)}`);
      return;
    }
    const isNew = state.phase !== phase;
    if (!isNew && Date.now() - last < LINE_INTERVAL_MS) return;
    phase = state.phase;
    last = Date.now();
    log.info(`${job.title}: ${jobLine(job)}`);
  });
}

/** Where a running job stands, in one line. */
export function jobLine(job: Pick<Job, 'state' | 'points' | 'problems' | 'figures'>): string {
  const { state, points, problems, figures } = job;
  if (state.kind !== 'running') return state.kind;
  const point = points.at(-1);
  if (state.phase === 'loading') return 'loading the data';
  if (state.phase === 'scoring') return 'scoring';
  if (point === undefined) return figures.length > 0 ? 'preparing the fit' : 'fitting';
  const time = formatDuration(point.seconds);
  // Problems that are solved side by side take turns: the figures of one say little of all.
  if (problems > 1) return `${problems} classes side by side, ${points.length} iterations, ${time}`;
  const values = figures.map(({ name, label }) => `${label} ${significant(point.figures[name])}`);
  return [`iteration ${point.iteration}`, ...values, time].join(', ');
}

function ended({ state }: Job): string {
  if (state.kind === 'done')
    return `accuracy ${state.accuracy.toFixed(4)}${state.run === null ? '' : `, ${state.run}`}`;
  return state.kind === 'failed' ? state.message : 'stopped';
}

function significant(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(2) : value.toPrecision(5);
}
