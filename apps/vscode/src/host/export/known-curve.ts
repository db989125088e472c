import type { ProgressFigure, TrainingPoint } from '../../protocol/training.js';
import type { Jobs } from '../training/jobs.js';

/** The curve of a run: its iterations, and which figures they have. */
export interface KnownCurve {
  readonly points: readonly TrainingPoint[];
  readonly figures: readonly ProgressFigure[];
}

/** The curve of a run that this window has trained; empty for others. */
export function knownCurve(jobs: Jobs, run: string): KnownCurve {
  return jobs.ofRun(run) ?? { points: [], figures: [] };
}
