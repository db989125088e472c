import * as vscode from 'vscode';

import { viewsOf } from '../../model/estimators.js';
import { VIEW_COMMANDS } from '../../model/views.js';
import { misclassifiedContract, misclassifiedSource } from '../../protocol/webviews/misclassified.js';
import { runLabel } from '../runs/run-words.js';
import { reach } from '../shared/walkthrough.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import type { PanelServices } from './panel-services.js';
import { mistakesOf } from './mistakes.js';
import { runTitle } from '../runs/run-title.js';

const COMMANDS = {
  report: 'tenfold.openRun',
  matrix: 'tenfold.showConfusionMatrix',
  weights: 'tenfold.showWeights',
} as const;

/** The images that a run's model got wrong. */
export const misclassifiedPanel = definePanel({
  name: 'misclassified',
  source: misclassifiedSource,
  contract: misclassifiedContract,
  title: ({ run }) => vscode.l10n.t('Misclassified: {0}', runTitle(run)),
  serve: (
    { run },
    { services: { runs, training } }: PanelContext<Pick<PanelServices, 'runs' | 'training'>>,
  ) => ({
    async load(_, { signal }) {
      const { name, result } = await runs.read(run);
      const { evaluation } = await runs.evaluate(run, signal);
      return {
        name: runLabel(name, result),
        isHeldOut: result.accuracyOn === 'test',
        ...mistakesOf(evaluation),
        views: [...viewsOf(result.model)],
      };
    },
    async images({ rows }, { signal }) {
      reach('sawMistakes');
      const { dataset, evaluation } = await runs.evaluate(run, signal);
      const { reading } = evaluation;
      return training.worker().images({ dataset, reading, rows }, { signal });
    },
    async showNeighbors({ row }) {
      await vscode.commands.executeCommand(VIEW_COMMANDS.neighbors, { run, row });
      return null;
    },
    async open({ view }) {
      await vscode.commands.executeCommand(COMMANDS[view], { run });
      return null;
    },
  }),
});
