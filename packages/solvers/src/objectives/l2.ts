/**
 * Scales a sum of losses and its gradient, and adds the penalty ½·l2·‖w‖² of the first `penalised` parameters.
 *
 * @returns the objective's value
 */
export function scaleAndPenalise(
  sum: number,
  gradient: Float64Array,
  parameters: Float64Array,
  { scale, l2, penalised }: { scale: number; l2: number; penalised: number },
): number {
  let squares = 0;
  for (let i = 0; i < penalised; i++) {
    const w = parameters[i];
    squares += w * w;
    gradient[i] = scale * gradient[i] + l2 * w;
  }
  for (let i = penalised; i < gradient.length; i++) gradient[i] *= scale;
  return scale * sum + 0.5 * l2 * squares;
}

/** The sum of the row weights, or the number of rows when each weighs 1. */
export function totalWeight(weights: Float64Array | undefined, rows: number): number {
  return weights === undefined ? rows : weights.reduce((sum, weight) => sum + weight, 0);
}
