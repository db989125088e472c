import type { RunResult } from '../../protocol/training.js';

/** A time as a person reads it: "12 ms", "3.4 s", "2 min 5 s". */
export function duration(seconds: number): string {
  if (seconds < 0.9995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** The solver of a run, or its model when it names none. */
export function solverOf({ model }: Pick<RunResult, 'model'>): string {
  const { solver } = model.params;
  return typeof solver === 'string' ? solver : model.name;
}

/** A run in a few words: "0.9533 · 0.4 s". */
export function runSummary({ accuracy, seconds }: Pick<RunResult, 'accuracy' | 'seconds'>): string {
  return `${accuracy.toFixed(4)} · ${duration(seconds.fit)}`;
}
