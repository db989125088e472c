import { InputError } from '@tenfold/core';
import * as vscode from 'vscode';

import type { TrainingJob } from '../../protocol/training.js';
import type { DatasetRef } from '../../protocol/values.js';
import { arrayPairs } from '../files/array-pairs.js';
import { isTable } from '../files/table-file.js';
import { noPair } from '../files/no-pair.js';
import { findLabels } from '../training/ask/ask-file-dataset.js';
import { parseTrainArgument } from '../training/train-argument.js';
import type { Training } from '../worker/training.js';
import { settings } from '../shared/settings.js';
import type { TaskPlan } from './task-definition.js';

/**
 * The job that a task means.
 *
 * @param training reads archives
 * @param plan the task
 * @param folder what its paths are relative to; undefined when no folder is open
 * @throws InputError when its file cannot be trained on without a question
 */
export async function taskJob(
  training: Training,
  plan: TaskPlan,
  folder: vscode.WorkspaceFolder | undefined,
): Promise<TrainingJob> {
  const { split, estimator } = plan;
  const isNamed = plan.dataset === 'digits' || plan.dataset === 'mnist';
  const dataset = isNamed ? plan.dataset : await fileDataset(training, plan, folder);
  return parseTrainArgument(
    { dataset, split, estimator: estimator.name, params: estimator.params, preprocess: estimator.preprocess },
    settings(folder?.uri),
  ).job;
}

async function fileDataset(
  training: Training,
  { dataset, target, drop }: TaskPlan,
  folder: vscode.WorkspaceFolder | undefined,
): Promise<DatasetRef> {
  if (folder === undefined) throw new InputError(`No folder is open that ${dataset} could be in.`);
  const uri = vscode.Uri.joinPath(folder.uri, dataset);
  const file = uri.toString();
  if (isTable(dataset)) {
    if (target === undefined) throw new InputError('The task names no "target": the column of labels.');
    return { kind: 'table', file, target, ...(drop !== undefined && { drop: [...drop] }) };
  }
  if (/\.npz$/i.test(dataset)) {
    const found = await training.worker().arrays({ file });
    const pair = arrayPairs(found.arrays).at(0);
    if (pair === undefined) throw noPair(dataset, found);
    return { kind: 'archive', file, ...pair };
  }
  const found = await findLabels(uri);
  if (found === undefined) throw new InputError(`There is no file of labels beside ${dataset}.`);
  return found;
}
