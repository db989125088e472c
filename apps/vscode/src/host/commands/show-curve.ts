import * as v from 'valibot';
import * as vscode from 'vscode';

import { HelpfulError } from '../shared/helpful-error.js';
import { trainingCurvePanel } from '../panels/training-curve.js';
import type { Command } from './command.js';

const argumentSchema = v.fallback(v.object({ job: v.optional(v.string()) }), {});

/** Shows the curve of a job of this window, `{ job: id }`, or of the latest, beside what is looked at. */
export const showCurveCommand: Command = {
  id: 'showCurve',
  run({ jobs, panels }, argument) {
    const { job: id } = v.parse(argumentSchema, argument);
    const job = id === undefined ? jobs.latest : jobs.find(id);
    if (job === undefined)
      throw new HelpfulError(
        vscode.l10n.t('Nothing has been trained in this window yet, so there is no curve.'),
        vscode.l10n.t('Train on Digits'),
        () => vscode.commands.executeCommand('tenfold.trainDigits'),
      );
    panels.open(trainingCurvePanel, { job: job.id, title: job.title }, vscode.ViewColumn.Beside);
  },
};
