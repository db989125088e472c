import * as vscode from 'vscode';

import { pixelValues } from '../../model/pixel-values.js';
import { weightsContract, weightsSource } from '../../protocol/webviews/weights.js';
import { type ModelServices, modelTitle, readModelForm, weightsOfModel } from '../models/read-model.js';
import { definePanel, type PanelContext } from '../webview/panel.js';

/** A model's weights as images, and what each pixel of an image adds to the decision. */
export const weightsPanel = definePanel({
  name: 'weights',
  source: weightsSource,
  contract: weightsContract,
  title: (source) => vscode.l10n.t('Weights: {0}', modelTitle(source)),
  serve: (source, { services }: PanelContext<ModelServices>) => {
    const { runs, training } = services;
    return {
      load: async () => weightsOfModel(await readModelForm(source, services)),
      async testSet(_, { signal }) {
        if (!('run' in source)) return null;
        const { result } = await runs.read(source.run);
        const { evaluation } = await runs.evaluate(source.run, signal);
        const { rows, actual, predicted } = evaluation;
        return { count: rows.length, actual, predicted, isHeldOut: result.accuracyOn === 'test' };
      },
      async image({ place }, { signal }) {
        if (!('run' in source)) throw new Error(vscode.l10n.t('This model’s file knows no images.'));
        const { dataset, evaluation } = await runs.evaluate(source.run, signal);
        const row = evaluation.rows.at(place);
        if (row === undefined) throw new Error(vscode.l10n.t('There is no image {0}.', place));
        const { reading } = evaluation;
        const rows = Uint32Array.of(row);
        const worker = training.worker();
        const page = await worker.images({ dataset, reading, rows }, { signal });
        const pixels = pixelValues(page.pixels, evaluation.facts.maximum);
        const model = await runs.model(source.run);
        const { top, probabilities } = await model.predict({ values: pixels, count: 1 }, signal);
        return {
          place,
          row,
          pixels,
          top,
          probabilities,
          actual: evaluation.classes.at(evaluation.actual[place]) ?? null,
        };
      },
      async draw() {
        await vscode.commands.executeCommand('tenfold.drawDigit', source);
        return null;
      },
    };
  },
});
