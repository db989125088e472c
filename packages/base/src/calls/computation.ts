import { yieldToEventLoop } from '@tenfold/core';
import { type Backend, kernelBackend } from '@tenfold/linalg';

import type { PredictOptions } from './call-options.js';

/** What an asynchronous call computes with. */
export interface ComputeOptions {
  readonly backend: Backend;
  /** The most threads to use; undefined for as many as there are processors. */
  readonly threads: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A part of a computation, which can be done on the spot or without holding the event loop. */
export interface Step<Result> {
  readonly now: () => Result;
  readonly later: (options: ComputeOptions) => Promise<Result>;
}

/**
 * A computation written once and run in two ways: a generator that yields its steps and takes their results by
 * `yield* done(step)`.
 */
export type Computation<Result> = Generator<Step<unknown>, Result, unknown>;

/** The result of a step, within a computation. */
export function* done<Result>(step: Step<Result>): Computation<Result> {
  return (yield step) as Result;
}

/** A step of plain code. Without holding the event loop it is done in one turn of its own. */
export function plainStep<Result>(compute: () => Result): Step<Result> {
  return {
    now: compute,
    later: async ({ signal }) => {
      await yieldToEventLoop();
      signal?.throwIfAborted();
      return compute();
    },
  };
}

/** Runs a computation to its end on the spot. */
export function runNow<Result>(computation: Computation<Result>): Result {
  let state = computation.next();
  while (state.done !== true) state = computation.next(state.value.now());
  return state.value;
}

/** Runs a computation to its end without holding the event loop. Rejects with the signal's reason when cancelled. */
export async function runLater<Result>(
  computation: Computation<Result>,
  options: ComputeOptions,
): Promise<Result> {
  let state = computation.next();
  while (state.done !== true) state = computation.next(await state.value.later(options));
  return state.value;
}

/** What a call computes with: the backend of its options, or the kernels on as many threads as they say. */
export function computeOptions({ backend, threads, signal }: PredictOptions): ComputeOptions {
  return { backend: backend ?? kernelBackend(threads), threads, signal };
}
