import { InputError } from '@tenfold/core';
import * as vscode from 'vscode';

import { pixelValues } from '../../model/pixel-values.js';
import { NEIGHBORS } from '../../model/views.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import { neighborsContract, neighborsSource, type Vote } from '../../protocol/webviews/neighbors.js';
import { modelTitle, readModelForm } from '../models/read-model.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import { WorkerModel } from '../worker/worker-model.js';
import type { PanelServices } from './panel-services.js';
import { testedRow, testSetOf } from './test-set.js';

/** The most neighbours that are shown. */
const MOST_NEIGHBORS = 200;

type Services = Pick<PanelServices, 'runs' | 'training' | 'log' | 'neighborQueries'>;

/** The training rows that vote on a row. */
export const neighborsPanel = definePanel({
  name: 'neighbors',
  source: neighborsSource,
  contract: neighborsContract,
  title: (source) => vscode.l10n.t('Neighbours: {0}', modelTitle(source)),
  serve(source, { services, closed }: PanelContext<Services>) {
    const read = async () => {
      const { form, text, model } = await readModelForm(source, services);
      if (!form.views.includes(NEIGHBORS))
        throw new InputError(vscode.l10n.t('a {0} has no training rows that vote', model.definition.name));
      return { form, model: new WorkerModel(services.training, text) };
    };
    let shown: ReturnType<typeof read> | undefined;
    return {
      async load() {
        shown = read();
        return (await shown).form;
      },
      testSet: (_, { signal }) => testSetOf(services, source, signal),
      async vote(query, { signal }) {
        shown ??= read();
        const { model } = await shown;
        const row =
          'image' in query
            ? await ownRow(services, source, query.image, signal)
            : await rowOfRun(services, source, query.place, signal);
        const neighbors = await model.neighbors(row.features, MOST_NEIGHBORS, signal);
        const { trainRows, ...asked } = row;
        const rows = trainRows && neighbors.indices.map((index) => trainRows[index]);
        return { ...asked, neighbors, rows } satisfies Vote;
      },
      queries: ({ seen }, { signal, notify }) =>
        services.neighborQueries.listen(source, seen, AbortSignal.any([signal, closed]), notify),
      async draw() {
        await vscode.commands.executeCommand('tenfold.drawDigit', source);
        return null;
      },
    };
  },
});

/** A row, and the rows of the data set that the model was fitted to. */
interface AskedRow extends Pick<Vote, 'features' | 'row' | 'actual'> {
  readonly trainRows: Uint32Array | null;
}

/** A drawing; where the model's run is known, its neighbours are named by their rows in the data set. */
async function ownRow(
  { runs }: Services,
  source: ModelSource,
  features: Float64Array,
  signal: AbortSignal,
): Promise<AskedRow> {
  const own = { features, row: null, actual: null };
  if (!('run' in source)) return { ...own, trainRows: null };
  try {
    const { evaluation } = await runs.evaluate(source.run, signal);
    return { ...own, trainRows: evaluation.trainRows };
  } catch {
    signal.throwIfAborted();
    // The data set may be gone; the model has its rows.
    return { ...own, trainRows: null };
  }
}

async function rowOfRun(
  { runs, training }: Services,
  source: ModelSource,
  place: number,
  signal: AbortSignal,
): Promise<AskedRow> {
  const { row, pixels, actual, evaluation } = await testedRow({ runs, training }, source, place, signal);
  const features = pixelValues(pixels, evaluation.facts.maximum);
  return { features, row, actual, trainRows: evaluation.trainRows };
}
