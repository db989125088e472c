import * as vscode from 'vscode';

import { drawContract, drawSource } from '../../protocol/webviews/draw.js';
import { modelTitle, readModelWeights } from '../editors/model/read-model.js';
import { reach } from '../views/walkthrough.js';
import { definePanel } from './define-panel.js';
import { weightsPanel } from './weights.js';

/** A surface to draw on, and what a model takes the drawing for. */
export const drawPanel = definePanel({
  name: 'draw',
  source: drawSource,
  contract: drawContract,
  title: (source) => vscode.l10n.t('Draw: {0}', modelTitle(source)),
  serve: (source, { services }) => ({
    load: () => readModelWeights(source, services),
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
  }),
});
