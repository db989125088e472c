import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import type { RunResult } from '../../protocol/training.js';
import {
  type ComparedRow,
  comparisonContract,
  comparisonSource,
  type ComparisonSource,
} from '../../protocol/webviews/comparison.js';
import type { PanelServices } from './panel-services.js';
import { comparedJobs, jobRow, missingRow, runRow } from './compared-rows.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import { runTitle } from '../runs/run-title.js';

const COMMANDS = { report: 'tenfold.openRun', matrix: 'tenfold.showConfusionMatrix' } as const;

/** Between two pictures of jobs that are under way, in milliseconds. */
const UPDATE_INTERVAL_MS = 120;

/** Runs, or solvers while they are compared: time against accuracy. */
export const comparisonPanel = definePanel({
  name: 'comparison',
  source: comparisonSource,
  contract: comparisonContract,
  title: (source) =>
    source.kind === 'runs'
      ? vscode.l10n.t('Comparison of {0} runs', source.runs.length)
      : vscode.l10n.t('Solvers on {0}', source.title),
  serve(source, { services }: PanelContext<ComparisonServices>) {
    let number = 0;
    return {
      async next({ seen }, { signal }) {
        if (source.kind === 'runs') {
          const rows = await Promise.all(source.runs.map((run) => readRow(services, run)));
          return { number: seen + 1, isLive: false, rows };
        }
        if (seen > 0) await jobsChange(services, source, signal);
        const jobs = comparedJobs(source, services.jobs);
        const isLive = jobs.some((job) => job?.isRunning === true) || isWaiting(source, services);
        return { number: (number += 1), isLive, rows: await solverRows(services, source) };
      },
      async open({ run, view }) {
        await vscode.commands.executeCommand(COMMANDS[view], { run });
        return null;
      },
    };
  },
});

type ComparisonServices = Pick<PanelServices, 'runs' | 'jobs'>;

type Solvers = Extract<ComparisonSource, { kind: 'solvers' }>;

async function readRow({ runs }: ComparisonServices, run: string): Promise<ComparedRow> {
  try {
    const { name, result } = await runs.read(run);
    return runRow(run, name, result);
  } catch (error) {
    return missingRow(run, runTitle(run), errorMessage(error));
  }
}

async function solverRows(services: ComparisonServices, source: Solvers): Promise<ComparedRow[]> {
  const jobs = comparedJobs(source, services.jobs);
  const isLost = jobs.every((job) => job === undefined) && !isWaiting(source, services);
  const results = await Promise.all(jobs.map((job) => resultOf(services, job?.state)));
  return source.plan.map((title, i) => jobRow(title, jobs[i], isLost, results[i]));
}

/** Whether a job of the plan may still begin: none has failed or been stopped, and the window knows of the plan. */
function isWaiting(source: Solvers, { jobs }: ComparisonServices): boolean {
  const begun = comparedJobs(source, jobs);
  const knows = source.after === null ? jobs.all.length > 0 : jobs.find(source.after) !== undefined;
  return (
    knows && begun.some((job) => job === undefined) && !begun.some((job) => job?.state.kind === 'stopped')
  );
}

async function resultOf(
  { runs }: ComparisonServices,
  state: { readonly kind: string; readonly run?: string | null } | undefined,
): Promise<RunResult | undefined> {
  if (state?.kind !== 'done' || state.run == null) return undefined;
  return runs.read(state.run).then(
    ({ result }) => result,
    () => undefined,
  );
}

/** Resolves when one of the jobs changes or another begins, but no sooner than a picture needs. */
async function jobsChange({ jobs }: ComparisonServices, source: Solvers, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const ends: (() => void)[] = [];
    const end = (): void => {
      for (const one of ends.splice(0)) one();
    };
    const tell = (): void => {
      end();
      setTimeout(resolve, UPDATE_INTERVAL_MS);
    };
    const abort = (): void => {
      end();
      reject(signal.reason as Error);
    };
    ends.push(jobs.onAdd(tell));
    for (const job of comparedJobs(source, jobs)) {
      if (job !== undefined) ends.push(job.onChange(tell));
    }
    signal.addEventListener('abort', abort);
    ends.push(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}
