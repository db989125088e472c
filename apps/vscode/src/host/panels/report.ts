import * as vscode from 'vscode';

import { viewsOf } from '../../model/estimators.js';
import { VIEW_COMMANDS } from '../../model/views.js';
import { reportContract, reportSource } from '../../protocol/webviews/report.js';
import { saveAs } from '../files/save-as.js';
import { settings } from '../shared/settings.js';
import { requireTrust } from '../shared/trust.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import type { PanelServices } from './panel-services.js';
import { runFolderName, runTitle } from '../runs/run-title.js';

const COMMANDS = {
  matrix: 'tenfold.showConfusionMatrix',
  misclassified: 'tenfold.showMisclassified',
  draw: 'tenfold.drawDigit',
  picture: 'tenfold.exportPicture',
  model: 'tenfold.exportModel',
  ...VIEW_COMMANDS,
} as const;

/** All of a run on one page. */
export const reportPanel = definePanel({
  name: 'report',
  source: reportSource,
  contract: reportContract,
  title: ({ run }) => vscode.l10n.t('Report: {0}', runTitle(run)),
  serve({ run }, { services: { runs, jobs } }: PanelContext<Pick<PanelServices, 'runs' | 'jobs'>>) {
    const uri = vscode.Uri.parse(run, true);
    return {
      async load() {
        const { name, created, result } = await runs.read(run);
        const job = jobs.ofRun(run);
        return {
          name,
          created: created.toISOString(),
          result,
          style: settings(uri).heatmapStyle,
          points: [...(job?.points ?? [])],
          figures: [...(job?.figures ?? [])],
          problems: job?.problems ?? 1,
          views: [...viewsOf(result.model)],
        };
      },
      async open({ view }) {
        await vscode.commands.executeCommand(COMMANDS[view], { run });
        return null;
      },
      async saveHtml() {
        requireTrust();
        const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, 'report.html'));
        const name = `${runFolderName(run)}.html`;
        return (await saveAs(page, { name, filters: { HTML: ['html'] } })) !== undefined;
      },
    };
  },
});
