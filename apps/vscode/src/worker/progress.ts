import type { FitReport, FitWeights } from '@tenfold/base';
import type { Split } from '@tenfold/runs';

import type { ProgressFigure, TrainingPoint, TrainingProgress } from '../protocol/training.js';
import { HeldOut } from './held-out.js';

/** Milliseconds between two notices. */
const NOTICE_INTERVAL_MS = 50;

/** How many times longer than a look at the held-out rows takes must pass before the next. */
const LOOK_INTERVAL_FACTOR = 12;

/** Collects the iterations of a fit and gives notice of them a few times a second; none is lost. */
export class FitProgress {
  readonly #figures: readonly ProgressFigure[];
  readonly #notify: (progress: TrainingProgress) => void;
  readonly #clock: () => number;
  readonly #started: number;
  #points: TrainingPoint[] = [];
  #problems = 1;
  #lastNotice = -Infinity;
  #heldOut: HeldOut | undefined;
  #nextLook = -Infinity;

  /**
   * @param figures what a report is asked for
   * @param notify takes the notices
   * @param clock milliseconds since some fixed moment
   */
  constructor(
    figures: readonly ProgressFigure[],
    notify: (progress: TrainingProgress) => void,
    clock: () => number,
  ) {
    this.#figures = figures;
    this.#notify = notify;
    this.#clock = clock;
    this.#started = clock();
  }

  /**
   * Takes in an iteration.
   *
   * @param report the iteration
   * @param split the rows that the weights are of; undefined when they are of what transformers make of these
   */
  add(report: FitReport, split: Split | undefined): void {
    const { problem, problems, iteration, figures, weights } = report;
    const now = this.#clock();
    const isLookedAt = weights !== undefined && split !== undefined && now >= this.#nextLook;
    const accuracy = isLookedAt ? this.#look(weights, split) : undefined;
    this.#problems = problems;
    const point = {
      problem,
      iteration,
      figures: Object.fromEntries(this.#figures.map(({ name }) => [name, figures[name]])),
      seconds: (now - this.#started) / 1000,
    };
    this.#points.push(accuracy === undefined ? point : { ...point, accuracy });
    if (now - this.#lastNotice >= NOTICE_INTERVAL_MS) this.flush();
  }

  /** Gives notice of the iterations since the last notice. */
  flush(): void {
    if (this.#points.length === 0) return;
    this.#lastNotice = this.#clock();
    this.#notify({ phase: 'fitting', problems: this.#problems, points: this.#points });
    this.#points = [];
  }

  /** The accuracy on held-out rows; the dearer that is, the more seldom. */
  #look(weights: () => FitWeights, split: Split): number | undefined {
    this.#heldOut ??= new HeldOut(split);
    const begin = this.#clock();
    const accuracy = this.#heldOut.accuracy(weights());
    const end = this.#clock();
    this.#nextLook = end + LOOK_INTERVAL_FACTOR * (end - begin);
    return accuracy;
  }
}
