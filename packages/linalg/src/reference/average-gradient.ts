import type { AverageGradientRun, AverageGradientTask, AverageGradientWalk } from '../backend.js';
import { sigmoid } from '../stable-math.js';
import { workMeter } from '../work-meter.js';
import { addScaledRow } from './rows.js';

/** A run in plain loops: every weight makes every step. */
export function averageGradient(task: AverageGradientTask): AverageGradientRun {
  const { design, classes, signal } = task;
  const parameters = task.parameters.slice();
  const state: State = {
    parameters,
    sums: new Float64Array(parameters.length),
    remembered: new Float64Array(design.rows * classes),
    row: new Float64Array(design.columns),
    derivatives: new Float64Array(classes),
  };
  return {
    async walk(walk) {
      for (let t = 0; t < walk.draws.length; t++) {
        visit(task, state, walk, t);
        await workMeter.spend(4 * parameters.length, signal);
      }
    },
    parameters: () => parameters.slice(),
    moveTo(point) {
      parameters.set(point);
    },
    release() {
      // Nothing is kept.
    },
  };
}

interface State {
  /** Weights feature by feature, then intercepts. */
  readonly parameters: Float64Array;
  /** Σ r·x as the parameters lie, and Σ r. */
  readonly sums: Float64Array;
  readonly remembered: Float64Array;
  readonly row: Float64Array;
  readonly derivatives: Float64Array;
}

function visit(task: AverageGradientTask, state: State, walk: AverageGradientWalk, t: number): void {
  const { design, classes, constant, l1, l2, rows } = task;
  const { parameters, sums, remembered, row, derivatives } = state;
  const i = walk.draws[t];
  const own = walk.step * (walk.corrections?.[i] ?? 0);
  const common = walk.step / (walk.divisors?.[t] ?? rows);
  const last = design.columns;
  row.fill(0);
  addScaledRow(design, i, 1, row);
  residuals(task, state, i);
  for (let k = 0; k < classes; k++) {
    const change = derivatives[k] - remembered[i * classes + k];
    remembered[i * classes + k] = derivatives[k];
    for (let j = 0; j < last; j++) {
      const at = j * classes + k;
      sums[at] += change * row[j];
      const w = (1 - (walk.step * l2) / rows) * parameters[at] - own * change * row[j] - common * sums[at];
      parameters[at] = shrink(w, common * l1);
    }
    const at = last * classes + k;
    sums[at] += change;
    parameters[at] -= constant * constant * (own * change + common * sums[at]);
  }
}

/** The derivatives of a row's losses by its scores. */
function residuals(
  { targets, weights, problems, classes }: AverageGradientTask,
  state: State,
  i: number,
): void {
  const { parameters, row, derivatives } = state;
  const last = row.length;
  for (let k = 0; k < classes; k++) {
    let score = parameters[last * classes + k];
    for (let j = 0; j < last; j++) score += row[j] * parameters[j * classes + k];
    derivatives[k] = score;
  }
  const weight = weights?.[i] ?? 1;
  if (problems === undefined) {
    softmax(derivatives, targets[i], weight);
    return;
  }
  for (const [k, { positive, positiveWeight, negativeWeight }] of problems.entries()) {
    const sign = targets[i] === positive ? 1 : -1;
    const side = sign > 0 ? positiveWeight : negativeWeight;
    derivatives[k] = -sign * side * weight * sigmoid(-sign * derivatives[k]);
  }
}

function softmax(scores: Float64Array, target: number, weight: number): void {
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  for (let k = 0; k < scores.length; k++) {
    scores[k] = (weight * Math.exp(scores[k] - top)) / sum - (k === target ? weight : 0);
  }
}

/** w nearer to 0 by `by`, or 0. */
function shrink(w: number, by: number): number {
  return w - Math.max(-by, Math.min(w, by));
}
