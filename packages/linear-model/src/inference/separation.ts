import type { InferenceProblem } from './problem.js';

/**
 * Whether every row that counts is most probably of its own class, strictly: then the coefficients times any large number fit
 * still better, and the likelihood has no maximum. (A. Albert, J. A. Anderson, Biometrika 71, 1984.)
 */
export function isSeparated({ classes, codes, weights, probabilities }: InferenceProblem): boolean {
  for (let i = 0; i < codes.length; i++) {
    if (weights[i] === 0) continue;
    const own = probabilities[i * classes + codes[i]];
    for (let k = 0; k < classes; k++) {
      if (k !== codes[i] && probabilities[i * classes + k] >= own) return false;
    }
  }
  return true;
}
