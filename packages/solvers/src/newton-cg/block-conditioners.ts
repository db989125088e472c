import type { Precision } from '@tenfold/linalg';

import { MAX_ITER } from '../lbfgs/preconditioned.js';
import type { BinaryTraining } from '../lbfgs/train-binary.js';
import type { MultinomialTraining } from '../lbfgs/train-multinomial.js';
import type { BinaryNewtonProblem } from '../newton/newton-binary.js';
import type { MultinomialNewtonProblem } from '../newton/newton-multinomial.js';
import { factorBinaryBlock } from '../preconditioners/binary-block.js';
import { classPreconditioner } from '../preconditioners/class-blocks.js';
import {
  type Conditioner,
  type ConditionerSource,
  IDENTITY,
  solvingConditioner,
} from '../preconditioners/conditioner.js';
import { HeldPreconditioner } from '../preconditioners/held.js';
import { planPreconditioner, type PreconditionPlan } from '../preconditioners/plan.js';

/** A step that took more products than this asks for blocks of the next point. */
const FRESH_PRODUCTS = 10;

/** Makes what solves with blocks of the Hessian at a point, in place; undefined where they cannot be factored. */
type MakeBlocks = (x: Float64Array) => Promise<((vector: Float64Array) => void) | undefined>;

/** Blocks of the Hessian, remade when they no longer serve: with a plan that starts late from the second time on. */
export class BlockConditioners implements ConditionerSource<Float64Array> {
  readonly fresh = FRESH_PRODUCTS;
  readonly precision: Precision;
  readonly #make: MakeBlocks;
  readonly #held: HeldPreconditioner;
  #wanted: boolean;

  private constructor({ start, floats }: PreconditionPlan, held: HeldPreconditioner, make: MakeBlocks) {
    this.precision = floats ? 'single' : 'double';
    this.#wanted = start === 'early';
    this.#make = make;
    this.#held = held;
  }

  /** One block, of a binary problem. */
  static binary(
    { design, fitIntercept, signal }: Omit<BinaryTraining, 'problems'>,
    { objective: { curvatures }, kernel, l2, total }: BinaryNewtonProblem,
    plan: PreconditionPlan,
  ): BlockConditioners {
    const held = new HeldPreconditioner(1);
    const rows = { design, constant: fitIntercept ? 1 : 0, kernel, signal };
    const { exact } = plan;
    return new BlockConditioners(plan, held, async () =>
      held.take(await factorBinaryBlock({ ...rows, curvatures, total, l2, exact })),
    );
  }

  /** A block for each class. */
  static multinomial(
    { design, classes, weights, l2, fitIntercept, backend, signal }: MultinomialTraining,
    { total }: MultinomialNewtonProblem,
    plan: PreconditionPlan,
  ): BlockConditioners {
    const held = new HeldPreconditioner(classes);
    const rows = { design, classes, weights, constant: fitIntercept ? 1 : 0, backend, signal };
    const { exact } = plan;
    return new BlockConditioners(plan, held, async (x) =>
      held.take(await classPreconditioner({ ...rows, l2, total, exact }, x)),
    );
  }

  async at(x: Float64Array): Promise<Conditioner> {
    const solve = this.#wanted ? await this.#make(x) : undefined;
    this.#wanted = true;
    return solve === undefined ? IDENTITY : solvingConditioner(solve);
  }

  /** Gives their memory back. */
  release(): void {
    this.#held.release();
  }
}

/** The plan for the blocks of a training, unless another choice than its own is given. */
export function planBlocks(
  { design, maxIter = MAX_ITER, signal, ...options }: BinaryTraining | MultinomialTraining,
  wanted = options.preconditioner ?? 'auto',
): Promise<PreconditionPlan> {
  const classes = 'problems' in options ? options.problems.length : options.classes;
  return planPreconditioner(design, classes, maxIter, wanted, signal);
}
