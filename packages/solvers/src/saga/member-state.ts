import type { SolverResult } from '../types.js';
import type { Evaluation } from './family.js';

/** How one problem of a descent stands. */
export class MemberState {
  /** The point after the last pass. */
  now: Float64Array;
  /** The best point evaluated, and its value with all penalties. */
  best: Float64Array;
  bestValue = Infinity;
  /** Evaluations since then that found no better one. */
  worse = 0;
  /** The pass before which meeting the stopping rule is not looked into. */
  patience = 0;
  /** Where it ended. */
  result: SolverResult | undefined;

  /** @param start the point to begin with */
  constructor(start: Float64Array) {
    this.now = start;
    this.best = start;
  }

  /** Begins at zero, where the value is known. */
  beginAtZero(value: number): void {
    this.now = this.now.map(() => 0);
    this.note(value, this.now);
  }

  /** Notes the value at a point. */
  note(value: number, point: Float64Array): void {
    if (value < this.bestValue) {
      this.bestValue = value;
      this.best = point;
      this.worse = 0;
    } else this.worse++;
  }
}

/** A problem's evaluation at a point. */
export interface Standing extends Evaluation {
  readonly x: Float64Array;
  /** With all penalties. */
  readonly value: number;
}
