import { type ElasticPenalty, violationOf } from './elastic-penalty.js';

/** At least so many parameters are worked on, if as many may want to move. */
const LEAST = 64;

/** How many times as many parameters may be worked on as are not 0. */
const GROWTH = 2;

/** What is 0 and within this share of moving is worked on too. */
const NEAR = 0.1;

/** A point whose parameters are to be chosen from. */
interface Standing {
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;
}

/**
 * The parameters to work on next: those that are not 0 or not penalised, and of the others those that violate their
 * conditions most, or nearly do.
 *
 * @returns the parameters, ascending
 */
export function workingSet({ parameters, gradient }: Standing, { l1 }: ElasticPenalty): Uint32Array {
  const certain: number[] = [];
  const others: number[] = [];
  for (let j = 0; j < parameters.length; j++) {
    if (parameters[j] !== 0 || l1[j] === 0) certain.push(j);
    else if (Math.abs(gradient[j]) > (1 - NEAR) * l1[j]) others.push(j);
  }
  const most = Math.max(LEAST, GROWTH * certain.length);
  if (certain.length + others.length > most) {
    const excess = (j: number): number => Math.abs(gradient[j]) / l1[j];
    others.sort((a, b) => excess(b) - excess(a) || a - b);
    others.length = Math.max(0, most - certain.length);
  }
  return Uint32Array.from([...certain, ...others]).sort();
}

/** The sum and the largest of the parameters' violations. */
export function violations(
  { parameters, gradient }: Standing,
  { l1, l2 }: ElasticPenalty,
): { sum: number; largest: number } {
  let sum = 0;
  let largest = 0;
  for (let j = 0; j < parameters.length; j++) {
    const violation = violationOf(parameters[j], gradient[j] + l2[j] * parameters[j], l1[j]);
    sum += violation;
    largest = Math.max(largest, violation);
  }
  return { sum, largest };
}
