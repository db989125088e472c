import * as v from 'valibot';
import { ViewColumn } from 'vscode';

import { trainingCurvePanel } from '../panels/training-curve.js';
import type { Command } from './command.js';

const argumentSchema = v.fallback(v.object({ job: v.optional(v.string()) }), {});

/** Shows the curve of a job of this window, `{ job: id }`, or of the latest, beside what is looked at. */
export const showCurveCommand: Command = {
  id: 'showCurve',
  run({ jobs, panels }, argument) {
    const { job: id } = v.parse(argumentSchema, argument);
    const job = id === undefined ? jobs.latest : jobs.find(id);
    if (job !== undefined)
      panels.open(trainingCurvePanel, { job: job.id, title: job.title }, ViewColumn.Beside);
  },
};
