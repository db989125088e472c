/** What is called positive at each threshold: everything that scores at least so much. Thresholds fall. */
export interface ThresholdCounts {
  /** The number, or weight, of the negative samples called positive. */
  falsePositives: number[];
  /** The number, or weight, of the positive samples called positive. */
  truePositives: number[];
  /** The distinct scores, falling. */
  thresholds: number[];
}

/** Counts the positives at every distinct score; samples of weight 0 do not count. */
export function countAtThresholds(
  isPositive: Uint8Array,
  scores: Float64Array,
  weights: Float64Array | undefined,
): ThresholdCounts {
  const counts: ThresholdCounts = { falsePositives: [], truePositives: [], thresholds: [] };
  const order = byFallingScore(scores, weights);
  let falsePositive = 0;
  let truePositive = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    const weight = weights?.[i] ?? 1;
    if (isPositive[i] === 1) truePositive += weight;
    else falsePositive += weight;
    if (k + 1 < order.length && scores[order[k + 1]] === scores[i]) continue;
    counts.falsePositives.push(falsePositive);
    counts.truePositives.push(truePositive);
    counts.thresholds.push(scores[i]);
  }
  return counts;
}

/** Drops the points at which the curve goes straight on by the same step. */
export function keepCorners({ falsePositives, truePositives, thresholds }: ThresholdCounts): ThresholdCounts {
  const last = thresholds.length - 1;
  const isCorner = (_: number, i: number): boolean =>
    i === 0 || i === last || bendsAt(falsePositives, i) || bendsAt(truePositives, i);
  return {
    falsePositives: falsePositives.filter(isCorner),
    truePositives: truePositives.filter(isCorner),
    thresholds: thresholds.filter(isCorner),
  };
}

function bendsAt(counts: readonly number[], i: number): boolean {
  return counts[i + 1] - counts[i] - (counts[i] - counts[i - 1]) !== 0;
}

/** The samples that weigh something, highest score first, ties in row order. */
function byFallingScore(scores: Float64Array, weights: Float64Array | undefined): number[] {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (weights?.[i] !== 0) order.push(i);
  return order.sort((a, b) => scores[b] - scores[a]);
}
