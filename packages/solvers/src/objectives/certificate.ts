import { dot, maxAbs } from '../vectors.js';
import type { Objective } from '../types.js';

/** Rounding of a sum of losses, as a share of it. */
const ROUNDING = 2 ** -48;

/** What a bound is made from. */
export interface CertificateTask {
  /** The objective: mean loss + ½·l2·‖W‖². */
  readonly objective: Objective;
  /** The point, its value and gradient in doubles. */
  readonly x: Float64Array;
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Strength of the penalty. */
  readonly l2: number;
  /** Strength of a further penalty l1·‖W‖₁, which is in neither value nor gradient. Default 0. */
  readonly l1?: number | undefined;
  /** How many of the parameters, the first, are penalised; the others are intercepts. */
  readonly penalised: number;
  /** The share of the weight that each class has: of all classes, or of the positive one of two. */
  readonly shares: readonly number[];
}

/**
 * An upper bound on how far a logistic objective is above its minimum: a duality gap.
 *
 * Probabilities p̃ of the rows whose sums match the classes' shares are a point of the dual; with p̃ = p, when the
 * intercepts' gradient is 0, the gap is ‖∂f/∂W‖²/(2·l2), as strong convexity has it. Otherwise p̃ is p mixed with as
 * little (θ) of one constant distribution q as makes the shares right, and as the dual is concave
 *
 *     gap ≤ ‖(1-θ)·∂f/∂W + θ·(G + l2·W)‖²/(2·l2) + (1-θ)·∂f/∂b·b + θ·(L + Σ q·log q - G·W)
 *
 * with L the mean loss and G the gradient that the constant model q has at W = 0, which takes one evaluation.
 *
 * @returns the bound; Infinity without a penalty, or when something is not finite
 */
export async function certificate(task: CertificateTask): Promise<number> {
  const { objective, x, loss, gradient, l2, l1 = 0, penalised, shares } = task;
  if (l1 > 0) return elasticCertificate(task, l1);
  if (!(l2 > 0)) return Infinity;
  const theta = mixture(gradient.subarray(penalised), shares);
  const weights = x.subarray(0, penalised);
  const slopes = gradient.subarray(0, penalised);
  const rounding = ROUNDING * Math.abs(loss);
  if (theta === 0) return finite(dot(slopes, slopes) / (2 * l2) + rounding);
  const constant = await constantModel(objective, penalised, distribution(task, theta), shares.length);
  let squares = 0;
  let along = 0;
  for (let j = 0; j < penalised; j++) {
    squares += ((1 - theta) * slopes[j] + theta * (constant.gradient[j] + l2 * weights[j])) ** 2;
    along += constant.gradient[j] * weights[j];
  }
  const meanLoss = loss - 0.5 * l2 * dot(weights, weights);
  const intercepts = (1 - theta) * dot(gradient.subarray(penalised), x.subarray(penalised));
  return finite(
    squares / (2 * l2) + intercepts + theta * (meanLoss + constant.negativeEntropy - along) + rounding,
  );
}

/**
 * The same with an L1 penalty. The dual's share of a weight is max(0, |g̃| - l1)²/(2·l2), g̃ being the gradient of the losses
 * alone at p̃; without an L2 penalty |g̃| must be within l1, and p̃ is mixed with the rows' own classes (which have the
 * shares too, and entropy 0) until it is.
 */
async function elasticCertificate(task: CertificateTask, l1: number): Promise<number> {
  const { objective, x, loss, gradient, l2, penalised, shares } = task;
  const theta = mixture(gradient.subarray(penalised), shares);
  const constant =
    theta === 0
      ? { gradient: new Float64Array(objective.size), negativeEntropy: 0 }
      : await constantModel(objective, penalised, distribution(task, theta), shares.length);
  const weights = x.subarray(0, penalised);
  const slopes = weights.map((w, j) => gradient[j] - l2 * w);
  const mixed = slopes.map((slope, j) => (1 - theta) * slope + theta * constant.gradient[j]);
  const kept = l2 > 0 ? 1 : Math.min(1, l1 / maxAbs(mixed));
  const meanLoss = loss - 0.5 * l2 * dot(weights, weights);
  const along = dot(slopes, weights) + dot(gradient.subarray(penalised), x.subarray(penalised));
  let penalties = 0;
  for (const [j, w] of weights.entries()) {
    penalties += l1 * Math.abs(w) + 0.5 * l2 * w * w;
    if (l2 > 0) penalties += Math.max(0, Math.abs(mixed[j]) - l1) ** 2 / (2 * l2);
  }
  const share = kept * (1 - theta);
  const dual = (1 - share) * meanLoss + share * along + kept * theta * constant.negativeEntropy;
  return finite(penalties + dual + ROUNDING * (Math.abs(loss) + penalties));
}

/** θ: twice as much as is needed, so that q has no zeros; 0 when the shares are right, or nothing asks them to be. */
function mixture(intercepts: Float64Array, shares: readonly number[]): number {
  let needed = 0;
  for (const [k, slope] of intercepts.entries()) {
    const predicted = shares[k] + slope;
    const excess = slope > 0 ? slope / predicted : 0;
    // Of two classes one is given; the other's share and slope are what is left.
    const other = shares.length === 1 && slope < 0 ? -slope / (1 - predicted) : 0;
    needed = Math.max(needed, excess, other);
  }
  return Math.min(1, 2 * needed);
}

/** q, of all classes or of the positive one of two. */
function distribution({ gradient, penalised, shares }: CertificateTask, theta: number): number[] {
  return shares.map((share, k) => {
    const predicted = share + gradient[penalised + k];
    return Math.min(1, Math.max(0, (share - (1 - theta) * predicted) / theta));
  });
}

/** The gradient by the weights of a model of intercepts alone, and Σ q·log q. */
async function constantModel(
  objective: Objective,
  penalised: number,
  q: readonly number[],
  classes: number,
): Promise<{ gradient: Float64Array; negativeEntropy: number }> {
  const at = new Float64Array(objective.size);
  at.set(classes === 1 ? [logarithm(q[0]) - logarithm(1 - q[0])] : q.map(logarithm), penalised);
  const gradient = new Float64Array(objective.size);
  await objective.evaluate(at, gradient);
  const parts = classes === 1 ? [q[0], 1 - q[0]] : q;
  return { gradient, negativeEntropy: parts.reduce((sum, p) => sum + p * logarithm(p), 0) };
}

/** log p, and for 0 the logarithm of the least double. */
function logarithm(p: number): number {
  return Math.log(Math.max(p, Number.MIN_VALUE));
}

function finite(bound: number): number {
  return Number.isFinite(bound) ? Math.max(0, bound) : Infinity;
}
