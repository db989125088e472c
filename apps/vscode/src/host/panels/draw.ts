import * as vscode from 'vscode';

import { drawContract, drawSource } from '../../protocol/webviews/draw.js';
import { type ModelFileWithForm, modelTitle, readModelForm } from '../models/read-model.js';
import { reach } from '../shared/walkthrough.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import type { PanelServices } from './panel-services.js';
import { weightsPanel } from './weights.js';

/** A surface to draw on, and what a model takes the drawing for. */
export const drawPanel = definePanel({
  name: 'draw',
  source: drawSource,
  contract: drawContract,
  title: (source) => vscode.l10n.t('Draw: {0}', modelTitle(source)),
  serve(source, { services }: PanelContext<PanelServices>) {
    let model: Promise<ModelFileWithForm> | undefined;
    return {
      async load() {
        model = readModelForm(source, services);
        return (await model).form;
      },
      async predict({ image }, { signal }) {
        model ??= readModelForm(source, services);
        const { text } = await model;
        return services.training.worker().predict({ model: text, values: image, count: 1 }, { signal });
      },
      showWeights() {
        services.panels.open(weightsPanel, source);
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
