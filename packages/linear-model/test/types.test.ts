import { describe, expect, test } from '@jest/globals';
import type { Labels, MatrixLike } from '@tenfold/linalg';

import { LogisticRegression } from '../src/index.js';

/** True when two types are the same, false when they differ in anything. */
// Conditional types are the same only when A and B are; what T is never matters.
/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

/** What predictions of a model give. */
type Predicted<Model extends { predict(X: MatrixLike): unknown }> = ReturnType<Model['predict']>;

/** Checked by the compiler: takes nothing but true. */
function holds(isTrue: true): void {
  expect(isTrue).toBe(true);
}

const X = [[0], [1], [2], [3]];

describe('what predict gives is, by type and when run, what fit was given:', () => {
  test('text', async () => {
    const model = await new LogisticRegression().fit(X, ['a', 'a', 'b', 'b']);
    const [now, later] = [model.predict(X), await model.predictAsync(X)];
    holds(true satisfies Equal<typeof now, string[]>);
    holds(true satisfies Equal<typeof later, string[]>);
    expect(now.map((label) => label.toUpperCase())).toEqual(['A', 'A', 'B', 'B']);
    expect(later).toEqual(now);
  });

  test('numbers', async () => {
    const model = await new LogisticRegression().fit(X, [3, 3, 7, 7]);
    const [now, later] = [model.predict(X), await model.predictAsync(X)];
    holds(true satisfies Equal<typeof now, number[]>);
    holds(true satisfies Equal<typeof later, number[]>);
    expect(now.map((label) => label + 1)).toEqual([4, 4, 8, 8]);
    expect(later).toEqual(now);
  });

  test('booleans', async () => {
    const now = (await new LogisticRegression().fit(X, [false, false, true, true])).predict(X);
    holds(true satisfies Equal<typeof now, boolean[]>);
    expect(now.filter((label) => label)).toHaveLength(2);
  });

  test('bytes and other typed arrays', async () => {
    const y: Uint8Array = Uint8Array.of(0, 0, 1, 1);
    const model = await new LogisticRegression().fit(X, y);
    const [now, later] = [model.predict(X), await model.predictAsync(X)];
    holds(true satisfies Equal<typeof now, Uint8Array>);
    holds(true satisfies Equal<typeof later, Uint8Array>);
    expect(now).toEqual(y);
    expect(later).toEqual(y);
    const floats: Float32Array = Float32Array.from(y);
    const single = (await new LogisticRegression().fit(X, floats)).predict(X);
    holds(true satisfies Equal<typeof single, Float32Array>);
    expect(single).toEqual(floats);
  });

  test('constant lists and labels of a narrower type', async () => {
    const sizes = ['small', 'small', 'large', 'large'] as const;
    const list = (await new LogisticRegression().fit(X, sizes)).predict(X);
    holds(true satisfies Equal<typeof list, string[]>);
    const digits: readonly (0 | 1)[] = [0, 0, 1, 1];
    const numbers = (await new LogisticRegression().fit(X, digits)).predict(X);
    holds(true satisfies Equal<typeof numbers, number[]>);
    expect([list, numbers]).toEqual([[...sizes], [...digits]]);
  });
});

test('a model is one of its class after fit, and one that was read predicts labels of any kind', async () => {
  const fitted: LogisticRegression = await new LogisticRegression().fit(X, ['a', 'a', 'b', 'b']);
  const back = LogisticRegression.fromJSON(fitted.toJSON());
  holds(true satisfies Equal<typeof back, LogisticRegression>);
  holds(true satisfies Equal<Predicted<LogisticRegression>, Labels>);
  expect(back.predict(X)).toEqual(fitted.predict(X));
  const predicted = async (labels: Labels) => (await new LogisticRegression().fit(X, labels)).predict(X);
  expect(await predicted([1, 1, 2, 2])).toEqual([1, 1, 2, 2]);
  holds(true satisfies Equal<string[] extends Awaited<ReturnType<typeof predicted>> ? true : false, true>);
});

test('the check of types can fail', () => {
  holds(true satisfies Equal<Equal<string[], number[]>, false>);
  holds(true satisfies Equal<Equal<string[], readonly string[]>, false>);
  // @ts-expect-error -- two types that differ
  const differ = true satisfies Equal<string[], number[]>;
  holds(differ);
});
