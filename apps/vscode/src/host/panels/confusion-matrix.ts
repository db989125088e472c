import * as vscode from 'vscode';

import { confusionMatrixContract, confusionMatrixSource } from '../../protocol/webviews/confusion-matrix.js';
import { runLabel } from '../runs/run-words.js';
import { settings } from '../shared/settings.js';
import { reach } from '../shared/walkthrough.js';
import { cellRows } from './cell-rows.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import type { PanelServices } from './panel-services.js';
import { runTitle } from '../runs/run-title.js';

const COMMANDS = {
  report: 'tenfold.openRun',
  misclassified: 'tenfold.showMisclassified',
  weights: 'tenfold.showWeights',
} as const;

/** A run's confusion matrix, and the images behind each cell. */
export const confusionMatrixPanel = definePanel({
  name: 'confusion-matrix',
  source: confusionMatrixSource,
  contract: confusionMatrixContract,
  title: ({ run }) => vscode.l10n.t('Confusion matrix: {0}', runTitle(run)),
  serve: (
    { run },
    { services: { runs, training } }: PanelContext<Pick<PanelServices, 'runs' | 'training'>>,
  ) => ({
    async load() {
      const { name, result } = await runs.read(run);
      const style = settings(vscode.Uri.parse(run, true)).heatmapStyle;
      return { name, label: runLabel(name, result), result, style };
    },
    async cell({ actual, predicted, from, most }, { signal }) {
      const { result } = await runs.read(run);
      const { dataset, evaluation } = await runs.evaluate(run, signal);
      const { imageShape: shape } = evaluation.facts;
      const { total, rows, top, probabilities } = cellRows(
        evaluation,
        result.classes.at(actual),
        result.classes.at(predicted),
        from,
        most,
      );
      const page =
        shape === null
          ? { rows, pixels: new Uint8Array(), actual: new Uint16Array(rows.length).fill(actual) }
          : await training.worker().images({ dataset, reading: evaluation.reading, rows }, { signal });
      reach('sawCell');
      return { total, shape, page, classes: evaluation.classes, top, probabilities };
    },
    async open({ view }) {
      await vscode.commands.executeCommand(COMMANDS[view], { run });
      return null;
    },
    async exportMatrix({ format, style, normalization }) {
      const argument = { run, what: 'confusion', format, style, normalization };
      return (await vscode.commands.executeCommand('tenfold.exportPicture', argument)) !== undefined;
    },
  }),
});
