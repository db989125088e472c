import { formatModel } from '@tenfold/models';
import { confusionHeatmap, type Scene, toSvg } from '@tenfold/visualization';

import { reportPage } from './report.js';
import type { TrainOutcome } from './train.js';
import type { TrainResult } from './train-result.js';

/** The files of a run's folder: the content of each by its name. */
export interface RunFiles {
  /** The model, self-contained. */
  'model.json': string;
  /** The figures, and when they were made. */
  'metrics.json': string;
  /** The confusion matrix as a picture. */
  'confusion.svg': string;
  /** All of it as a page. */
  'report.html': string;
  [name: string]: string;
}

/**
 * What a run's folder is to hold.
 *
 * @param outcome the trained and scored model
 * @param created when
 */
export function runFiles(outcome: TrainOutcome, created: Date): RunFiles {
  const { result, model } = outcome;
  const heatmap = toSvg(resultHeatmap(result, 'tenfold'));
  const metrics = { created: created.toISOString(), ...result, run: null };
  return {
    'model.json': formatModel(model.toJSON()),
    'metrics.json': `${JSON.stringify(metrics, null, 2)}\n`,
    'confusion.svg': heatmap,
    'report.html': reportPage(result, created, heatmap),
  };
}

/**
 * The confusion matrix of a result as a scene.
 *
 * @param result the figures
 * @param style the heatmap's style
 */
export function resultHeatmap(
  result: Pick<TrainResult, 'confusionMatrix' | 'classes'>,
  style: 'tenfold' | 'seaborn' | 'matplotlib',
): Scene {
  const { confusionMatrix, classes } = result;
  return confusionHeatmap(confusionMatrix, { style, labels: classes as readonly string[] });
}
