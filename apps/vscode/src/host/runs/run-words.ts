import { formatDuration } from '@tenfold/core';

import { estimatorLabel } from '../../model/estimators.js';
import type { RunResult } from '../../protocol/training.js';
import { modelSlug } from './model-slug.js';

/** A run in a few words: "0.9533 · 0.4 s". */
export function runSummary({ accuracy, seconds }: Pick<RunResult, 'accuracy' | 'seconds'>): string {
  return `${accuracy.toFixed(4)} · ${formatDuration(seconds.fit)}`;
}

/** Whether a run is still called as it was when it was written: `2026-03-05T14-02-09Z-digits-logistic-regression`. */
export function hasGivenName(name: string, { model }: Pick<RunResult, 'model'>): boolean {
  const rest = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-(.+?)(?:-\d+)?$/.exec(name)?.[1];
  return rest?.endsWith(`-${modelSlug(model.name)}`) === true;
}

/** What a run is called in a list: what it was made of, until somebody gives it a name. */
export function runLabel(name: string, result: Pick<RunResult, 'dataset' | 'model'>): string {
  return hasGivenName(name, result) ? `${result.dataset} · ${estimatorLabel(result.model)}` : name;
}
