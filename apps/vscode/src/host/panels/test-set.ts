import * as vscode from 'vscode';

import type { Evaluation } from '../../protocol/training.js';
import type { Label } from '../../protocol/values.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import type { TestSet } from '../../protocol/webviews/weights.js';
import type { PanelServices } from './panel-services.js';

type Services = Pick<PanelServices, 'runs' | 'training'>;

/** The images that a run's model was tested on; null when the model is a file of its own. */
export async function testSetOf(
  { runs }: Pick<Services, 'runs'>,
  source: ModelSource,
  signal: AbortSignal,
): Promise<TestSet | null> {
  if (!('run' in source)) return null;
  const { result } = await runs.read(source.run);
  const { evaluation } = await runs.evaluate(source.run, signal);
  const { rows, actual, predicted } = evaluation;
  return { count: rows.length, actual, predicted, isHeldOut: result.accuracyOn === 'test' };
}

/** A row that a run's model was tested on. */
export interface TestedRow {
  /** The run's folder. */
  readonly run: string;
  /** Its number in the data set. */
  readonly row: number;
  readonly pixels: Uint8Array;
  /** Null when the model has no such class. */
  readonly actual: Label | null;
  readonly evaluation: Evaluation;
}

/**
 * A row that a run's model was tested on, by its place among these.
 *
 * @throws when the model is a file of its own, or there is no such row
 */
export async function testedRow(
  { runs, training }: Services,
  source: ModelSource,
  place: number,
  signal: AbortSignal,
): Promise<TestedRow> {
  if (!('run' in source)) throw new Error(vscode.l10n.t('This model’s file knows no images.'));
  const { dataset, evaluation } = await runs.evaluate(source.run, signal);
  const row = evaluation.rows.at(place);
  if (row === undefined) throw new Error(vscode.l10n.t('There is no image {0}.', place));
  const { reading, classes } = evaluation;
  const rows = Uint32Array.of(row);
  const { pixels } = await training.worker().images({ dataset, reading, rows }, { signal });
  return { run: source.run, row, pixels, actual: classes.at(evaluation.actual[place]) ?? null, evaluation };
}
