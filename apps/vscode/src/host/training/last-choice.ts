import * as v from 'valibot';
import type { ExtensionContext } from 'vscode';

import { checkedEstimator } from '../../model/estimators.js';
import { params, type TrainingJob, trainingJob } from '../../protocol/training.js';
import { formerModel } from './former-model.js';

const KEY = 'tenfold.lastTraining';

/** As it was kept when there was one classifier. */
const formerJob = v.pipe(
  v.object({ ...v.omit(trainingJob, ['estimator']).entries, model: params }),
  v.transform(({ model, ...job }) => ({ ...job, ...formerModel(model) })),
);

const keptJob = v.union([trainingJob, formerJob]);

/** What was last trained in this workspace, if anything. */
export function lastChoice({
  workspaceState,
}: Pick<ExtensionContext, 'workspaceState'>): TrainingJob | undefined {
  const parsed = v.safeParse(keptJob, workspaceState.get(KEY));
  if (!parsed.success) return undefined;
  try {
    return { ...parsed.output, estimator: checkedEstimator(parsed.output.estimator) };
  } catch {
    // A newer version, or another catalogue, has kept it.
    return undefined;
  }
}

/** Remembers what is trained, for the next time. */
export async function keepLastChoice(
  { workspaceState }: Pick<ExtensionContext, 'workspaceState'>,
  job: TrainingJob,
): Promise<void> {
  await workspaceState.update(KEY, job);
}
