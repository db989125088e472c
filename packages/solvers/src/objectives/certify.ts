import type { SolverResult } from '../types.js';
import type { Stop } from '../stops.js';
import { certificate, type CertificateTask } from './certificate.js';

/** Where doubles have no more to give, this much above the optimum counts as converged, as a share of the value. */
const CERTAIN = 1e-6;

/** Where a descent ended, with why by name and the gradient. */
export interface DescentResult extends SolverResult {
  readonly stop: Stop;
  readonly gradient: Float64Array;
}

/**
 * Adds a certificate to a result. With `judge` it decides, where a descent came to nothing more, whether that is the optimum.
 */
export async function certify(
  { stop, gradient, ...result }: DescentResult,
  bound: Omit<CertificateTask, 'x' | 'loss' | 'gradient'>,
  judge: boolean,
): Promise<SolverResult> {
  const gap = await certificate({ ...bound, x: result.x, loss: result.loss, gradient });
  const certified = { ...result, certificate: gap };
  if (!judge || (stop !== 'value' && stop !== 'descent') || gap === Infinity) return certified;
  const close = gap <= CERTAIN * Math.abs(result.loss);
  return {
    ...certified,
    converged: close,
    message: close ? 'the objective is minimal within the precision of doubles' : result.message,
  };
}
