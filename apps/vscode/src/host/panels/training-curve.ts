import * as vscode from 'vscode';

import { trainingCurveContract, trainingCurveSource } from '../../protocol/webviews/training-curve.js';
import { curveUpdate } from './curve-update.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import type { PanelServices } from './panel-services.js';

const COMMANDS = { report: 'tenfold.openRun', matrix: 'tenfold.showConfusionMatrix' } as const;

/** The curve of a training job, live. */
export const trainingCurvePanel = definePanel({
  name: 'training-curve',
  source: trainingCurveSource,
  contract: trainingCurveContract,
  title: ({ title }) => vscode.l10n.t('Training: {0}', title),
  serve({ job: id, title }, { services: { jobs, log } }: PanelContext<Pick<PanelServices, 'jobs' | 'log'>>) {
    const find = () => {
      const job = jobs.find(id);
      return job?.title === title ? job : undefined;
    };
    return {
      next: ({ after, seen }, { signal }) => curveUpdate(find(), after, seen, signal),
      stop() {
        find()?.stop();
        return null;
      },
      async open({ view }) {
        const state = find()?.state;
        if (state?.kind === 'done' && state.run !== null)
          await vscode.commands.executeCommand(COMMANDS[view], { run: state.run });
        return null;
      },
      showLog() {
        log.show();
        return null;
      },
    };
  },
});
