import * as vscode from 'vscode';

import { VIEW_COMMANDS } from '../../model/views.js';
import { drawContract, drawSource } from '../../protocol/webviews/draw.js';
import { modelTitle, readModelForm } from '../models/read-model.js';
import { reach } from '../shared/walkthrough.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import { WorkerModel } from '../worker/worker-model.js';
import type { PanelServices } from './panel-services.js';
import { weightsPanel } from './weights.js';

/** A surface to draw on, and what a model takes the drawing for. */
export const drawPanel = definePanel({
  name: 'draw',
  source: drawSource,
  contract: drawContract,
  title: (source) => vscode.l10n.t('Draw: {0}', modelTitle(source)),
  serve(source, { services }: PanelContext<PanelServices>) {
    const read = async () => {
      const { form, text } = await readModelForm(source, services);
      return { form, model: new WorkerModel(services.training, text) };
    };
    let shown: ReturnType<typeof read> | undefined;
    return {
      async load() {
        shown = read();
        return (await shown).form;
      },
      async predict({ image }, { signal }) {
        shown ??= read();
        const { model } = await shown;
        return model.predict({ values: image, count: 1 }, signal);
      },
      showWeights() {
        services.panels.open(weightsPanel, source);
        return null;
      },
      async showNeighbors({ image }) {
        await vscode.commands.executeCommand(VIEW_COMMANDS.neighbors, { ...source, image });
        return null;
      },
      wasRead() {
        reach('readDrawing');
        return null;
      },
      async trainDigits() {
        await vscode.commands.executeCommand('tenfold.drawDigit', { train: 'digits' });
        return null;
      },
    };
  },
});
