import { type DatasetPart, type RunDataset, type SplitChoice, splitDataset } from '@tenfold/runs';
import { loadModel, type LogisticRegression, ShapeError } from 'tenfold';

import type { Context } from '../context.js';
import { UsageError } from '../usage-error.js';
import { load } from './load.js';
import type { FittedPlan, PartName } from './plan-fitted.js';
import { train } from './train.js';
import { warnConvergence } from './warn-convergence.js';

/** A fitted model and the rows to look at. */
export interface Fitted {
  /** The model. */
  model: LogisticRegression;
  /** The whole data set. */
  dataset: RunDataset;
  /** The rows to look at. */
  part: DatasetPart;
  /** Which rows these are. */
  partName: PartName;
}

/**
 * Loads a model, or trains one, and the rows to look at. Rows that are not named are those kept for testing where
 * there are such, and otherwise all.
 *
 * @param plan where the model and the rows come from
 * @param context where to speak, and the signal
 * @param ofFile the rows to look at with a model's file, when none are named
 */
export async function prepareFitted(
  plan: FittedPlan,
  context: Context,
  ofFile: PartName = 'test',
): Promise<Fitted> {
  return 'file' in plan.model
    ? fromFile(plan.model.file, plan, context, ofFile)
    : trainFirst({ ...plan, model: plan.model.options }, context);
}

async function fromFile(file: string, plan: FittedPlan, context: Context, ofFile: PartName): Promise<Fitted> {
  const model = await loadModel(file);
  const dataset = await load(plan.dataset, context);
  checkWidth(file, model, dataset);
  const split = plan.split ?? splitOf(model, dataset);
  return {
    model,
    dataset,
    ...choosePart(dataset, split, plan.part ?? (split === undefined ? 'all' : ofFile)),
  };
}

async function trainFirst(
  {
    dataset,
    model,
    split,
    part,
  }: Omit<FittedPlan, 'model'> & { model: Parameters<typeof train>[0]['model'] },
  context: Context,
): Promise<Fitted> {
  const choice = split ?? { testSize: 0.25, randomState: 0 };
  const outcome = await train({ dataset, model, split: choice }, context);
  warnConvergence(context.out, outcome.model);
  const wanted = part ?? (outcome.split.test === null ? 'train' : 'test');
  return { model: outcome.model, dataset: outcome.dataset, ...choosePart(outcome.dataset, choice, wanted) };
}

function checkWidth(file: string, model: LogisticRegression, { name, data }: RunDataset): void {
  if (model.nFeatures === data.columns) return;
  const expected = `data of ${model.nFeatures} columns, as the model was trained on`;
  throw new ShapeError(file, expected, `${name} with ${data.columns}`);
}

/** The split that a model's file tells of, when it was trained on this very data. */
function splitOf({ provenance }: LogisticRegression, { checksum }: RunDataset): SplitChoice | undefined {
  if (provenance?.checksum !== checksum) return undefined;
  const { split } = provenance;
  if (typeof split !== 'object' || split === null) return undefined;
  const { testSize, randomState } = split as Partial<Record<string, unknown>>;
  if (typeof testSize !== 'number' || typeof randomState !== 'number' || testSize === 0) return undefined;
  return { testSize, randomState };
}

function choosePart(
  dataset: RunDataset,
  choice: SplitChoice | undefined,
  partName: PartName,
): { part: DatasetPart; partName: PartName } {
  const whole = splitDataset(dataset, { testSize: 0, randomState: 0 }).train;
  if (partName === 'all') return { part: whole, partName };
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
