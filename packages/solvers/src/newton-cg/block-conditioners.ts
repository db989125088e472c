import type { Precision } from '@tenfold/linalg';

import {
  type Conditioner,
  type ConditionerSource,
  IDENTITY,
  solvingConditioner,
  UNCONDITIONED,
} from '../preconditioners/conditioner.js';
import type { PreconditionPlan } from '../preconditioners/plan.js';
import type { NewtonMethod } from '../newton/newton.js';
import { conditionedRule, plainRule } from './rules.js';

/** A step that took more products than this asks for blocks of the next point. */
const FRESH_PRODUCTS = 10;

/** Makes what solves with the blocks of the Hessian at a point, in place; undefined where they cannot be factored. */
export type MakeBlocks = (x: Float64Array) => Promise<((vector: Float64Array) => void) | undefined>;

/** How the steps are found by plan: plainly, or preconditioned by blocks of the Hessian. */
export function methodByPlan(plan: PreconditionPlan, make: MakeBlocks): NewtonMethod {
  if (plan.start === 'none') {
    return { conditioners: UNCONDITIONED, isEnough: plainRule, judgesDecrement: false };
  }
  const conditioners = new BlockConditioners(plan, make);
  return { conditioners, isEnough: conditionedRule, judgesDecrement: false };
}

/** Blocks of the Hessian, remade when they no longer serve: with a plan that starts late from the second time on. */
class BlockConditioners implements ConditionerSource<Float64Array> {
  readonly fresh = FRESH_PRODUCTS;
  readonly precision: Precision;
  readonly #make: MakeBlocks;
  #wanted: boolean;

  constructor({ start, exact }: PreconditionPlan, make: MakeBlocks) {
    this.precision = exact ? 'double' : 'single';
    this.#wanted = start === 'early';
    this.#make = make;
  }

  async at(x: Float64Array): Promise<Conditioner> {
    const solve = this.#wanted ? await this.#make(x) : undefined;
    this.#wanted = true;
    return solve === undefined ? IDENTITY : solvingConditioner(solve);
  }
}
