import { type DesignMatrix, storedValues } from '@tenfold/linalg';

import { HessianMemoryError } from './errors.js';

/** Most bytes of whole Hessians. */
const MOST_BYTES = 2 ** 30;

/** Multiply-adds up to which whole Hessians are always worth it: some hundredths of a second. */
const CHEAP = 3e8;

/** Products with the Hessian, each as dear as an evaluation, that a step may need without it. */
const PRODUCTS = 40;

/** Most products of a step with a Hessian of another point, however dear a new one is. */
const MOST_STALE = 20;

/** The Hessian of one problem whose K functions are coupled, or K Hessians of problems that are not. */
export interface HessianShape {
  readonly design: DesignMatrix;
  /** 1 with intercepts, else 0. */
  readonly constant: number;
  readonly functions: number;
  readonly coupled: boolean;
}

/** What steps with whole Hessians cost. */
export interface HessianPrice {
  /** Whether making one takes no more than some hundredths of a second. */
  readonly cheap: boolean;
  /** Whether it takes no longer than solving for a step without it does. */
  readonly worth: boolean;
  /** Products that take about half as long as making one: a step that needs more asks for one of the next point. */
  readonly fresh: number;
}

/** Reckons what making and factoring whole Hessians costs beside conjugate gradients. */
export function priceOf({ design, constant, functions, coupled }: HessianShape): HessianPrice {
  const each = design.columns + constant;
  const pairs = coupled ? (functions * (functions + 1)) / 2 : functions;
  const factors = coupled ? (functions * each) ** 3 / 6 : (functions * each ** 3) / 6;
  const price = (pairs * design.rows * each ** 2) / 2 + factors;
  const product = 4 * storedValues(design).length * functions;
  return {
    cheap: price <= CHEAP,
    worth: price <= Math.max(CHEAP, PRODUCTS * product),
    fresh: Math.min(MOST_STALE, Math.floor(price / (2 * product))),
  };
}

/**
 * Checks the memory of whole Hessians, whether they are made or not.
 *
 * @throws HessianMemoryError when they would take more than 1 GiB
 */
export function checkMemory(owner: string, { design, constant, functions, coupled }: HessianShape): void {
  const each = design.columns + constant;
  const bytes = 8 * each ** 2 * (coupled ? functions ** 2 : functions);
  if (bytes > MOST_BYTES) throw new HessianMemoryError(owner, each, functions, bytes, MOST_BYTES);
}
