import {
  type DatasetPart,
  type EstimatorChoice,
  loadClassifier,
  readingFor,
  type RunDataset,
  type RunRows,
  type SplitChoice,
  splitDataset,
  wholeDataset,
} from '@tenfold/runs';
import { alignLabels, type AnyClassifier, InputError } from 'tenfold';

import type { Context } from '../context.js';
import { UsageError } from '../usage-error.js';
import { load, loadWithOrWithoutLabels } from './load.js';
import type { FittedPlan, PartName } from './plan-fitted.js';
import { train } from './train.js';
import { warnConvergence } from './warn-convergence.js';
import { type RowsPart, wholeRows } from './whole-rows.js';

/** A fitted model and the rows to look at. */
export interface Fitted<Rows extends RunRows = RunDataset, Part extends RowsPart = DatasetPart> {
  /** The model. */
  model: AnyClassifier;
  /** The whole data set. */
  dataset: Rows;
  /** The rows to look at. */
  part: Part;
  /** Which rows these are. */
  partName: PartName;
}

/**
 * Loads a model, or trains one, and the rows to look at. Rows that are not named are those kept for testing where
 * there are such, and otherwise all.
 *
 * @param plan where the model and the rows come from
 * @param context the output streams and the signal
 * @param check looks at the data before anything is trained or predicted; what it throws ends the command
 */
export async function prepareFitted(
  plan: FittedPlan,
  context: Context,
  check?: (dataset: RunDataset) => void,
): Promise<Fitted> {
  if (!('file' in plan.model)) return trainFirst(plan.model.estimator, plan, context, check);
  const model = await loadClassifier(plan.model.file, context.signal);
  const dataset = alignTarget(model, await load(plan.dataset, context, readingFor(model)));
  check?.(dataset);
  checkWidth(plan, plan.model.file, model, dataset);
  return { model, dataset, ...partOfOwn(dataset, model, plan, 'test') };
}

/**
 * The same for rows that need no labels: of a model's file, all of them unless some are named.
 *
 * @param plan where the model and the rows come from
 * @param context the output streams and the signal
 */
export async function prepareRows(plan: FittedPlan, context: Context): Promise<Fitted<RunRows, RowsPart>> {
  if (!('file' in plan.model)) return trainFirst(plan.model.estimator, plan, context);
  const model = await loadClassifier(plan.model.file, context.signal);
  const dataset = await loadWithOrWithoutLabels(plan.dataset, context, readingFor(model));
  checkWidth(plan, plan.model.file, model, dataset);
  if (isLabelled(dataset)) {
    const labelled = alignTarget(model, dataset);
    return { model, dataset: labelled, ...partOfOwn(labelled, model, plan, 'all') };
  }
  if (plan.part === undefined || plan.part === 'all') {
    return { model, dataset, part: wholeRows(dataset), partName: 'all' };
  }
  throw new UsageError(`--part ${plan.part} needs rows with labels, which ${dataset.name} has not`);
}

async function trainFirst(
  estimator: EstimatorChoice,
  { dataset, split, part, threads }: FittedPlan,
  context: Context,
  check?: (dataset: RunDataset) => void,
): Promise<Fitted> {
  const choice = split ?? { testSize: 0.25, randomState: 0 };
  const outcome = await train({ dataset, estimator, split: choice }, context, { threads, check });
  warnConvergence(context.out, outcome.model);
  const wanted = part ?? (outcome.split.test === null ? 'train' : 'test');
  return { model: outcome.model, dataset: outcome.dataset, ...choosePart(outcome.dataset, choice, wanted) };
}

/** The rows of a data set that a model of a file is to look at. */
function partOfOwn(
  dataset: RunDataset,
  model: AnyClassifier,
  plan: FittedPlan,
  unnamed: PartName,
): Pick<Fitted, 'part' | 'partName'> {
  const split = plan.split ?? splitOf(model, dataset);
  return choosePart(dataset, split, plan.part ?? (split === undefined ? 'all' : unnamed));
}

/** A data set with its labels converted to the kind of a model's classes, as arrays are read without the model. */
function alignTarget({ classes }: AnyClassifier, dataset: RunDataset): RunDataset {
  return { ...dataset, target: alignLabels(dataset.target, classes) };
}

function isLabelled(dataset: RunRows): dataset is RunDataset {
  return dataset.target !== undefined;
}

function checkWidth(plan: FittedPlan, file: string, model: AnyClassifier, { name, data }: RunRows): void {
  if (model.nFeatures === data.columns) return;
  if ('images' in plan.dataset) {
    throw new UsageError(
      `the model ${file} was trained on rows of ${model.nFeatures} values, got images of ${data.columns} pixels in ${name}`,
      '--resize <height>x<width> gives all images the size of those that it was trained on',
    );
  }
  throw new InputError(
    `${file}: expected data of ${model.nFeatures} columns, as the model was trained on, got ${name} with ${data.columns}`,
  );
}

/** The split in a model's file, when it was trained on this very data. */
function splitOf({ provenance }: AnyClassifier, { checksum }: RunDataset): SplitChoice | undefined {
  if (provenance?.checksum !== checksum) return undefined;
  const { split } = provenance;
  if (typeof split !== 'object' || split === null) return undefined;
  const { testSize, randomState, stratify } = split as Partial<Record<string, unknown>>;
  if (typeof testSize !== 'number' || typeof randomState !== 'number' || testSize === 0) return undefined;
  return { testSize, randomState, ...(stratify === true && { stratify }) };
}

function choosePart(
  dataset: RunDataset,
  choice: SplitChoice | undefined,
  partName: PartName,
): { part: DatasetPart; partName: PartName } {
  if (partName === 'all') return { part: wholeDataset(dataset), partName };
  if (choice === undefined) {
    throw new UsageError(
      `--part ${partName} needs a split: the model's file does not tell of one for this data`,
      'give --test-size and --random-state, or --part all',
    );
  }
  const { train, test } = splitDataset(dataset, choice);
  const part = partName === 'train' ? train : test;
  if (part === null) throw new UsageError('--part test needs rows kept for testing, got --test-size 0');
  return { part, partName };
}
