import { estimatorLabel } from '../../model/estimators.js';
import type { RunResult } from '../../protocol/training.js';
import { modelSlug } from './model-slug.js';

/** A time as a person reads it: "12 ms", "3.4 s", "2 min 5 s". */
export function duration(seconds: number): string {
  if (seconds < 0.9995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A run in a few words: "0.9533 · 0.4 s". */
export function runSummary({ accuracy, seconds }: Pick<RunResult, 'accuracy' | 'seconds'>): string {
  return `${accuracy.toFixed(4)} · ${duration(seconds.fit)}`;
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
