import { InternalError } from '@tenfold/core';

import { type ExampleData, exampleData } from './example-data.js';

/** One thing that every estimator must do. */
export interface EstimatorCheck {
  /** What is checked, as a sentence. */
  readonly name: string;
  /** Rejects with an `EstimatorCheckError` when it does not hold. */
  readonly run: () => Promise<void>;
}

/** An estimator breaks the contract of all estimators. */
export class EstimatorCheckError extends InternalError {
  /**
   * @param estimator its class name
   * @param expected what it must do
   * @param received what it did
   * @param options the error that it ran into, as the cause
   */
  constructor(
    readonly estimator: string,
    readonly expected: string,
    readonly received: string,
    options?: ErrorOptions,
  ) {
    super(`${estimator}: expected ${expected}, got ${received}`, options);
  }
}

/** Says what an estimator must do. */
export class Expectations {
  constructor(private readonly estimator: string) {}

  /**
   * A check whose failures are all of one kind.
   *
   * @param name what is checked, as a sentence
   * @param run what checks it on fresh example data
   */
  check(name: string, run: (data: ExampleData) => unknown): EstimatorCheck {
    const runs = async (): Promise<void> => {
      try {
        await run(exampleData());
      } catch (error) {
        if (error instanceof EstimatorCheckError) throw error;
        const expected = `no error where it ${name}`;
        throw new EstimatorCheckError(this.estimator, expected, textOf(error), { cause: error });
      }
    };
    return { name, run: runs };
  }

  /** Something that must be so. */
  that(holds: boolean, expected: string, received: unknown): void {
    if (!holds) throw new EstimatorCheckError(this.estimator, expected, textOf(received));
  }

  /** Two values that must be the same to the bit, in the same kind of array. */
  same(received: unknown, expected: unknown, what: string): void {
    this.that(textOf(received) === textOf(expected), `${what}: ${textOf(expected)}`, received);
  }

  /** Numbers that must be as near as `tolerance`. */
  close(received: ArrayLike<number>, expected: ArrayLike<number>, what: string, tolerance: number): void {
    this.that(received.length === expected.length, `${what}: ${expected.length} numbers`, received.length);
    for (let i = 0; i < expected.length; i++) {
      const near = Object.is(received[i], expected[i]) || Math.abs(received[i] - expected[i]) <= tolerance;
      this.that(near, `${what}: ${expected[i]} as number ${i}, within ${tolerance}`, received[i]);
    }
  }

  /** A call that must be refused, with an error of a class and fields; gives the error. */
  async refuses(
    call: () => unknown,
    name: string,
    what: string,
    fields: Readonly<Record<string, unknown>> = {},
  ): Promise<Error> {
    let error: unknown;
    try {
      await call();
    } catch (thrown) {
      error = thrown;
    }
    const expected = `${what} to be refused by a ${name}`;
    this.that(error instanceof Error && error.name === name, expected, error ?? 'no error');
    for (const [field, value] of Object.entries(fields)) {
      const received: unknown = Reflect.get(error as object, field);
      this.that(Object.is(received, value), `${expected} whose ${field} is ${String(value)}`, received);
    }
    return error as Error;
  }
}

/** A value as text that differs for different kinds of arrays and for different bits of numbers. */
function textOf(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (ArrayBuffer.isView(value)) {
    const numbers = Array.from(value as unknown as ArrayLike<number>, (number) =>
      Object.is(number, -0) ? '-0' : `${number}`,
    );
    return `${value.constructor.name} [${numbers.join(', ')}]`;
  }
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
