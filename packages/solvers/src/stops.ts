import { CALLER_STOP } from './types.js';

/** Names of the ways in which a descent stops, with whether the stopping rule was met, and why in words. */
export const STOPS = {
  gradient: [true, 'the gradient is within tol'],
  value: [true, 'the value has all but ceased to fall (ftol)'],
  iterations: [false, 'reached maxIter iterations'],
  evaluations: [false, 'exceeded maxEvaluations evaluations'],
  descent: [false, 'the line search found no lower value along the steepest descent'],
  caller: [CALLER_STOP.converged, CALLER_STOP.message],
} as const;

/** The name of one of them. */
export type Stop = keyof typeof STOPS;
