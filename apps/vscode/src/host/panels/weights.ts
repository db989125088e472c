import * as vscode from 'vscode';

import { pixelValues } from '../../model/pixel-values.js';
import { weightsContract, weightsSource } from '../../protocol/webviews/weights.js';
import { type ModelServices, modelTitle, readModelForm, weightsOfModel } from '../models/read-model.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import { testedRow, testSetOf } from './test-set.js';

/** A model's weights as images, and what each pixel of an image adds to the decision. */
export const weightsPanel = definePanel({
  name: 'weights',
  source: weightsSource,
  contract: weightsContract,
  title: (source) => vscode.l10n.t('Weights: {0}', modelTitle(source)),
  serve: (source, { services }: PanelContext<ModelServices>) => ({
    load: async () => weightsOfModel(await readModelForm(source, services)),
    testSet: (_, { signal }) => testSetOf(services, source, signal),
    async image({ place }, { signal }) {
      const {
        run,
        row,
        pixels: bytes,
        actual,
        evaluation,
      } = await testedRow(services, source, place, signal);
      const pixels = pixelValues(bytes, evaluation.facts.maximum);
      const model = await services.runs.model(run);
      const { top, probabilities } = await model.predict({ values: pixels, count: 1 }, signal);
      const weighed = await model.transformRow(pixels, signal);
      return { place, row, pixels, weighed, top, probabilities, actual };
    },
    async draw() {
      await vscode.commands.executeCommand('tenfold.drawDigit', source);
      return null;
    },
  }),
});
