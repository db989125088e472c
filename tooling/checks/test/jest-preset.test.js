import { describe, expect, test } from '@jest/globals';
import { withConstantGlobals } from '@tenfold/jest-preset/globals';

const LENGTH = 40;
const numbers = () => Array.from({ length: LENGTH }, (_, i) => i / 7);
const withChange = (values, at, value) => {
  values[at] = value;
  return values;
};

describe('long arrays are equal where jest says so of short ones', () => {
  test.each([
    ['numbers', numbers(), numbers()],
    ['doubles', Float64Array.from(numbers()), Float64Array.from(numbers())],
    [
      'bytes of which one lies in a larger buffer',
      new Uint8Array(LENGTH),
      new Uint8Array(64).subarray(3, 43),
    ],
    ['NaN', withChange(numbers(), 3, NaN), withChange(numbers(), 3, NaN)],
    ['rows of numbers', [numbers(), numbers()], [numbers(), numbers()]],
    ['bytes in shared memory', new Uint8Array(new SharedArrayBuffer(LENGTH)), new Uint8Array(LENGTH)],
  ])('%s', (_, a, b) => {
    expect(a).toEqual(b);
    expect(a).toStrictEqual(b);
    expect({ values: a }).toEqual({ values: b });
  });

  test('a hole and undefined, if not strictly', () => {
    const [hole, there] = [numbers(), withChange(numbers(), 5, undefined)];
    delete hole[5];
    expect(hole).toEqual(there);
    expect(hole).not.toStrictEqual(there);
  });
});

describe('long arrays differ', () => {
  test.each([
    ['in a number', numbers(), withChange(numbers(), LENGTH - 1, 9)],
    [
      'in a last bit',
      Float64Array.from(numbers()),
      Float64Array.from(withChange(numbers(), 7, 1 + 2 ** -52)),
    ],
    ['in the sign of zero', numbers(), withChange(numbers(), 0, -0)],
    [
      'in the sign of zero, as doubles',
      new Float64Array(LENGTH),
      withChange(new Float64Array(LENGTH), 9, -0),
    ],
    ['in length', numbers(), [...numbers(), 0]],
    ['in kind', new Float64Array(LENGTH), new Float32Array(LENGTH)],
    ['in kind, with the same bytes', new Int32Array(LENGTH), new Uint32Array(LENGTH)],
    ['in what their elements are', numbers(), numbers().map(String)],
    ['in a name beside the elements', numbers(), Object.assign(numbers(), { weights: 1 })],
  ])('%s', (_, a, b) => {
    expect(a).not.toEqual(b);
    expect(b).not.toEqual(a);
    expect(a).not.toStrictEqual(b);
  });
});

describe('globals as constants of a module', () => {
  const evaluate = (code) => import(`data:text/javascript,${encodeURIComponent(code)}`);

  test('are those that the module names, on its first line', () => {
    const code = withConstantGlobals('export const all = [Math.PI, Number("1"), ".NaN", process];\n');
    expect(code).toMatch(/^const \{ Math, Number \} = globalThis; export const all/);
    expect(code.split('\n')).toHaveLength(2);
  });

  test('are none where it names none', () => {
    expect(withConstantGlobals('export const largest = other.Math;')).toBe(
      'export const largest = other.Math;',
    );
  });

  test('do not change what the module computes', async () => {
    const code = 'export const found = [Math.max(1, 2), Object.is(NaN, NaN), new Float64Array(2).length];';
    expect((await evaluate(withConstantGlobals(code))).found).toEqual((await evaluate(code)).found);
  });
});
