import { chiSquareTail } from './gamma.js';
import { countOf, type InferenceProblem } from './problem.js';

/** How well a model fits its rows. */
export interface FitMeasures {
  /** What the rows count together. */
  readonly nObs: number;
  /** Coefficients that are free. */
  readonly nCoefficients: number;
  /** Σ s_i·log p_i of the rows' own classes. */
  readonly logLikelihood: number;
  /** The same of a model of intercepts alone (without an intercept: of equal probabilities). */
  readonly nullLogLikelihood: number;
  /** McFadden's 1 - logLikelihood / nullLogLikelihood. */
  readonly pseudoRSquared: number;
  /** Twice the difference of the two, and the probability of as much or more by chance. */
  readonly likelihoodRatio: number;
  readonly likelihoodRatioPValue: number;
  /** Akaike's and Schwarz' criteria: smaller is better. */
  readonly aic: number;
  readonly bic: number;
}

/** Measures a model's fit to its rows. */
export function fitMeasures(problem: InferenceProblem): FitMeasures {
  const { classes, codes, weights, probabilities, hasIntercept } = problem;
  const counts = new Float64Array(classes);
  let logLikelihood = 0;
  for (let i = 0; i < codes.length; i++) {
    counts[codes[i]] += weights[i];
    if (weights[i] > 0) logLikelihood += weights[i] * Math.log(probabilities[i * classes + codes[i]]);
  }
  const nObs = counts.reduce((sum, count) => sum + count, 0);
  const nullLogLikelihood = counts.reduce((sum, count) => {
    if (count === 0) return sum;
    return sum + count * Math.log(hasIntercept ? count / nObs : 1 / classes);
  }, 0);
  const nCoefficients = countOf(problem);
  const likelihoodRatio = 2 * (logLikelihood - nullLogLikelihood);
  const degrees = nCoefficients - (hasIntercept ? classes - 1 : 0);
  return {
    nObs,
    nCoefficients,
    logLikelihood,
    nullLogLikelihood,
    pseudoRSquared: 1 - logLikelihood / nullLogLikelihood,
    likelihoodRatio,
    likelihoodRatioPValue: chiSquareTail(Math.max(0, likelihoodRatio), degrees),
    aic: 2 * nCoefficients - 2 * logLikelihood,
    bic: nCoefficients * Math.log(nObs) - 2 * logLikelihood,
  };
}
