import { capitalized } from '@tenfold/core';
import { toCsv } from '@tenfold/datasets';
import {
  misclassifiedGallery,
  type Scene,
  trainingCurve,
  type TrainingSeries,
  weightImages,
} from '@tenfold/visualization';
import * as vscode from 'vscode';

import { type ModelServices, readModelForm, weightsOfModel } from '../models/read-model.js';
import type { Jobs } from '../training/jobs.js';
import { settings } from '../shared/settings.js';
import { confusionScene } from './confusion-scene.js';
import { curveRows, matrixRows } from './csv.js';
import { type KnownCurve, knownCurve } from './known-curve.js';
import { mistakes } from './mistakes.js';
import { normalizeCounts } from './normalize.js';
import type { PictureChoices, PictureKind } from './picture-kinds.js';

/** What pictures of a run are made from. */
interface PictureServices extends ModelServices {
  readonly jobs: Jobs;
}

/** A picture of a run, as a scene and as figures. */
export interface RunPicture {
  readonly scene: () => Promise<Scene> | Scene;
  readonly csv: () => Promise<string> | string;
}

/** Files end their rows as RFC 4180 says. */
const RFC_4180 = { newline: '\r\n' } as const;

/** The most images of a gallery. */
const MOST_IMAGES = 100;

/** The pictures of a run; each is made when it is asked for. */
export function runPicture(
  services: PictureServices,
  run: string,
  what: PictureKind,
  choices: PictureChoices,
): RunPicture {
  const { style = settings(vscode.Uri.parse(run, true)).heatmapStyle, normalization = 'counts' } = choices;
  const result = async () => (await services.runs.read(run)).result;
  switch (what) {
    case 'confusion':
      return {
        scene: async () => confusionScene(await result(), style, normalization),
        csv: async () => {
          const { classes, confusionMatrix } = await result();
          return toCsv(matrixRows(classes, normalizeCounts(confusionMatrix, normalization)), RFC_4180);
        },
      };
    case 'weights':
      return { scene: () => weightsScene(services, run), csv: () => noFigures(what) };
    case 'misclassified':
      return {
        scene: () => misclassifiedScene(services, run),
        csv: async () => {
          const { evaluation } = await services.runs.evaluate(run);
          const rows = mistakes(evaluation, Infinity);
          return toCsv(
            [
              ['row', 'actual', 'predicted', 'probability'],
              ...rows.map(({ row, actual, predicted, confidence }) => [
                row,
                actual,
                predicted,
                confidence ?? '',
              ]),
            ],
            RFC_4180,
          );
        },
      };
    case 'curve':
      return {
        scene: () => curveScene(curveOf(services, run)),
        csv: () => toCsv(curveRows(curveOf(services, run)), RFC_4180),
      };
  }
}

async function weightsScene(services: PictureServices, run: string): Promise<Scene> {
  const { coef, intercept, classes, shape } = weightsOfModel(await readModelForm({ run }, services));
  if (shape === null)
    throw new Error(vscode.l10n.t('This model is not of images, so its weights are no pictures.'));
  const columns = coef.length / intercept.length;
  const rows = Array.from(intercept, (_, row) => coef.subarray(row * columns, (row + 1) * columns));
  const labels = rows.length === 1 ? [classes[1]] : classes;
  return weightImages(rows, { shape, labels: labels.map(String) });
}

async function misclassifiedScene({ runs, training }: PictureServices, run: string): Promise<Scene> {
  const { dataset, evaluation } = await runs.evaluate(run);
  const shape = evaluation.facts.imageShape;
  if (shape === null) throw new Error(vscode.l10n.t('The rows of this data set are no images.'));
  const items = mistakes(evaluation, MOST_IMAGES);
  if (items.length === 0) throw new Error(vscode.l10n.t('None of the rows was misclassified.'));
  const rows = Uint32Array.from(items, ({ row }) => row);
  const { pixels } = await training.worker().images({ dataset, reading: evaluation.reading, rows });
  const area = shape[0] * shape[1];
  const images = items.map((_, i) => pixels.subarray(i * area, (i + 1) * area));
  const shown = items.map((item, index) => ({ ...item, index }));
  return misclassifiedGallery(shown, images, { shape, range: [0, 255] });
}

/** The first figure of a curve against the iterations. */
function curveScene({ points, figures: [figure] }: KnownCurve): Scene {
  const problems = new Map<number, { iteration: number; loss: number }[]>();
  for (const { problem, iteration, figures } of points) {
    const own = problems.get(problem) ?? [];
    own.push({ iteration, loss: figures[figure.name] });
    problems.set(problem, own);
  }
  const series = Array.from(problems, ([problem, own]): TrainingSeries => ({
    name: `Problem ${problem + 1}`,
    points: own,
  }));
  return trainingCurve(series.length === 1 ? series[0].points : series, {
    title: 'Training',
    yTitle: capitalized(figure.label),
  });
}

function curveOf({ jobs }: PictureServices, run: string): KnownCurve {
  const curve = knownCurve(jobs, run);
  if (curve.points.length === 0)
    throw new Error(vscode.l10n.t('The curve of a run is only known to the window that trained it.'));
  return curve;
}

function noFigures(what: string): never {
  throw new TypeError(`"${what}" is a picture without figures.`);
}
