import * as v from 'valibot';
import type { ExtensionContext } from 'vscode';

import { type TrainingJob, trainingJob } from '../../protocol/training.js';

const KEY = 'tenfold.lastTraining';

/** What was last trained in this workspace, if anything. */
export function lastChoice({
  workspaceState,
}: Pick<ExtensionContext, 'workspaceState'>): TrainingJob | undefined {
  const parsed = v.safeParse(trainingJob, workspaceState.get(KEY));
  return parsed.success ? parsed.output : undefined;
}

/** Remembers what is trained, for the next time. */
export async function keepLastChoice(
  { workspaceState }: Pick<ExtensionContext, 'workspaceState'>,
  job: TrainingJob,
): Promise<void> {
  await workspaceState.update(KEY, job);
}
