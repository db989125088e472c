import type { FitReport } from '@tenfold/estimators';

import type { TrainingPoint, TrainingProgress } from '../protocol/training.js';

/** Milliseconds between two notices. */
const BETWEEN = 50;

/** Collects the iterations of a fit and tells them a few times a second; none is lost. */
export class FitProgress {
  readonly #tell: (progress: TrainingProgress) => void;
  readonly #clock: () => number;
  readonly #started: number;
  #points: TrainingPoint[] = [];
  #problems = 1;
  #told = -Infinity;

  /**
   * @param tell takes the notices
   * @param clock milliseconds since some fixed moment
   */
  constructor(tell: (progress: TrainingProgress) => void, clock: () => number) {
    this.#tell = tell;
    this.#clock = clock;
    this.#started = clock();
  }

  /** Takes in an iteration. */
  add({ problem, problems, iteration, loss, gradNorm }: FitReport): void {
    const now = this.#clock();
    this.#problems = problems;
    this.#points.push({ problem, iteration, loss, gradNorm, seconds: (now - this.#started) / 1000 });
    if (now - this.#told >= BETWEEN) this.flush();
  }

  /** Tells what has not been told. */
  flush(): void {
    if (this.#points.length === 0) return;
    this.#told = this.#clock();
    this.#tell({ phase: 'fitting', problems: this.#problems, points: this.#points });
    this.#points = [];
  }
}
