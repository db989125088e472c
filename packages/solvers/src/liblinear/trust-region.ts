/** A step is taken when f falls by more than this share of the model's prediction. */
const ACCEPT = 1e-4;

/** Below this share of the prediction the region shrinks. */
const POOR = 0.25;

/** From this share on the region may only grow. */
const GOOD = 0.75;

/** How far the region shrinks at most, shrinks after a rejected step at least, and grows at most. */
const SHRINK_MOST = 0.25;
const SHRINK_LEAST = 0.5;
const GROW_MOST = 4;

/** How a step went. */
export interface Trial {
  /** The region's radius when the step was made. */
  readonly radius: number;
  /** The step's length in the region's norm. */
  readonly length: number;
  /** The gradient times the step. */
  readonly slope: number;
  /** By how much the model fell. */
  readonly predicted: number;
  /** By how much f fell; negative when it rose. */
  readonly actual: number;
}

/** Whether a step is good enough to be taken. */
export function isAcceptable({ actual, predicted }: Trial): boolean {
  return actual > ACCEPT * predicted;
}

/**
 * The trust region's radius after a step: around the minimum, along the step, of the parabola through f at both
 * ends with the slope at the start, within bounds set by how well the model did (Lin, Weng & Keerthi 2008, section
 * 3: constants η = 1e-4, 0.25, 0.75 and σ = 0.25, 0.5, 4).
 */
export function nextRadius(trial: Trial): number {
  const { radius, length, predicted, actual } = trial;
  const wanted = minimumAlongStep(trial) * length;
  if (!isAcceptable(trial)) return Math.min(wanted, SHRINK_LEAST * radius);
  if (actual < POOR * predicted) return clamp(wanted, SHRINK_MOST * radius, SHRINK_LEAST * radius);
  if (actual < GOOD * predicted) return clamp(wanted, SHRINK_MOST * radius, GROW_MOST * radius);
  return clamp(wanted, radius, GROW_MOST * radius);
}

/** Where that parabola is lowest, as a share of the step, at least `SHRINK_MOST`. */
function minimumAlongStep({ slope, actual }: Trial): number {
  const bend = -actual - slope;
  return bend <= 0 ? GROW_MOST : Math.max(SHRINK_MOST, (-0.5 * slope) / bend);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
