import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { compute, computeWithNext, type Floats, type MathFunction } from './math-kernels.js';
import { elementaryF32, elementaryF64, log1pUnit } from './math-reference.js';

interface Case {
  name: MathFunction;
  /** The bound that the kernel's doc comment states, in units in the last place. */
  bound: number;
  golden: string;
  reference: (x: number) => number;
  peer: (x: number) => number;
  /** Intervals from which arguments are taken evenly. */
  ranges: readonly (readonly [number, number])[];
}

const DOUBLES: readonly Case[] = [
  {
    name: 'ExpF64',
    bound: 0.7,
    golden: 'exp-f64',
    reference: elementaryF64.exp,
    peer: Math.exp,
    ranges: [
      [-745, 710],
      [-2, 2],
    ],
  },
  {
    name: 'Expm1F64',
    bound: 0.8,
    golden: 'expm1-f64',
    reference: elementaryF64.expm1,
    peer: Math.expm1,
    ranges: [
      [-40, 710],
      [-2, 2],
    ],
  },
  {
    name: 'LogF64',
    bound: 0.8,
    golden: 'log-f64',
    reference: elementaryF64.log,
    peer: Math.log,
    ranges: [
      [0, 3],
      [0, 1e300],
    ],
  },
  {
    name: 'Log1pF64',
    bound: 0.8,
    golden: 'log1p-f64',
    reference: elementaryF64.log1p,
    peer: Math.log1p,
    ranges: [
      [-1, 3],
      [0, 1e300],
    ],
  },
  {
    name: 'Log1pUnitF64',
    bound: 0.85,
    golden: 'log1p-f64',
    reference: log1pUnit,
    peer: Math.log1p,
    ranges: [
      [0, 1],
      [0, 1e-3],
    ],
  },
];

const FLOATS: readonly Case[] = [
  {
    name: 'ExpF32',
    bound: 1,
    golden: 'exp-f32',
    reference: elementaryF32.exp,
    peer: Math.exp,
    ranges: [
      [-104, 89],
      [-2, 2],
    ],
  },
  {
    name: 'Expm1F32',
    bound: 1,
    golden: 'expm1-f32',
    reference: elementaryF32.expm1,
    peer: Math.expm1,
    ranges: [
      [-20, 89],
      [-2, 2],
    ],
  },
  {
    name: 'LogF32',
    bound: 0.9,
    golden: 'log-f32',
    reference: elementaryF32.log,
    peer: Math.log,
    ranges: [
      [0, 3],
      [0, 3e38],
    ],
  },
  {
    name: 'Log1pF32',
    bound: 0.9,
    golden: 'log1p-f32',
    reference: elementaryF32.log1p,
    peer: Math.log1p,
    ranges: [
      [-1, 3],
      [0, 3e38],
    ],
  },
];

const CASES = [...DOUBLES, ...FLOATS];

/** A million, in all ranges of a function together. */
const ARGUMENTS = 1_000_000;

describe.each(CASES)('$name', (one) => {
  const { name, reference, peer } = one;
  const { xs, results, residuals } = readGolden(one);

  test('keeps its bound against correctly rounded results', () => {
    const got = compute(name, xs);
    let worst = 0;
    for (let i = 0; i < xs.length; i++) {
      const error = Math.abs((got[i] - results[i]) / unitOf(results[i], name) - residuals[i] / 65_536);
      // Results of zero, Infinity and NaN have to be those; subnormal ones are rounded twice.
      if (results[i] === 0 || !Number.isFinite(results[i]))
        expect({ x: xs[i], y: got[i] }).toEqual({ x: xs[i], y: results[i] });
      else if (Math.abs(results[i]) < leastNormal(name)) expect(error).toBeLessThanOrEqual(1);
      else worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    }
    expect(worst).toBeLessThanOrEqual(one.bound);
  });

  test('gives the bits of the scalar algorithm', () => {
    for (const arguments_ of [xs, evenArguments(one, 100_000)]) {
      const expected = arguments_.map(reference);
      const got = compute(name, arguments_);
      const different = [...got.keys()].filter((i) => !Object.is(got[i], expected[i]));
      expect(
        different.slice(0, 5).map((i) => ({ x: arguments_[i], y: got[i], expected: expected[i] })),
      ).toEqual([]);
    }
  });

  test('is within two units in the last place of the JavaScript function', () => {
    const arguments_ = evenArguments(one, ARGUMENTS);
    const got = compute(name, arguments_);
    const round = name.endsWith('F32') ? Math.fround : (x: number) => x;
    let worst = 0;
    for (let i = 0; i < got.length; i++) {
      const expected = round(peer(arguments_[i]));
      if (Object.is(got[i], expected)) continue;
      const error = Math.abs(got[i] - expected) / unitOf(expected, name);
      worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    }
    expect(worst).toBeLessThanOrEqual(name.endsWith('F32') ? 1 : 2);
  });

  test('takes any count and writes no further', () => {
    const all = compute(name, xs.subarray(0, 16));
    for (let count = 1; count <= 9; count++) {
      const { output, next } = computeWithNext(name, xs.subarray(0, count));
      expect(output).toEqual(all.slice(0, count));
      expect(next).toBe(7);
    }
  });
});

describe('special arguments', () => {
  test.each(['F64', 'F32'] as const)('%s', (format) => {
    const at = (name: 'Exp' | 'Expm1' | 'Log' | 'Log1p', x: number) =>
      compute(`${name}${format}`, format === 'F64' ? Float64Array.of(x) : Float32Array.of(x))[0];
    expect([0, -0, Infinity, -Infinity, NaN].map((x) => at('Exp', x))).toEqual([1, 1, Infinity, 0, NaN]);
    expect([0, -0, Infinity, -Infinity, NaN].map((x) => at('Expm1', x))).toEqual([0, -0, Infinity, -1, NaN]);
    expect([0, -0, 1, Infinity, -1, -Infinity, NaN].map((x) => at('Log', x))).toEqual([
      -Infinity,
      -Infinity,
      0,
      Infinity,
      NaN,
      NaN,
      NaN,
    ]);
    expect([0, -0, -1, Infinity, -2, -Infinity, NaN].map((x) => at('Log1p', x))).toEqual([
      0,
      -0,
      -Infinity,
      Infinity,
      NaN,
      NaN,
      NaN,
    ]);
  });

  test('the borders of overflow and underflow', () => {
    const doubles = compute(
      'ExpF64',
      Float64Array.of(709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412),
    );
    expect([...doubles]).toEqual([1.7976931348622732e308, Infinity, 5e-324, 0]);
    const floats = compute('ExpF32', Float32Array.of(88.72283, 88.72284, -103.97207, -103.97209));
    expect([...floats]).toEqual([Math.fround(3.40279851902e38), Infinity, 2 ** -149, 0]);
  });
});

interface Golden {
  arguments: string;
  results: string;
  residuals: string;
}

function readGolden({ golden, name }: Case): { xs: Floats; results: Floats; residuals: Int16Array } {
  const url = new URL(`golden/math-${golden}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(url, 'utf8')) as Golden;
  const floats = (text: string) =>
    name.endsWith('F64') ? new Float64Array(bytes(text)) : new Float32Array(bytes(text));
  const [xs, results, residuals] = [
    floats(file.arguments),
    floats(file.results),
    new Int16Array(bytes(file.residuals)),
  ];
  if (name !== 'Log1pUnitF64') return { xs, results, residuals };
  const inside = [...xs.keys()].filter((i) => xs[i] >= 0 && xs[i] <= 1 && !Object.is(xs[i], -0));
  const picked = (of: Floats | Int16Array) => inside.map((i) => of[i]);
  return {
    xs: Float64Array.from(picked(xs)),
    results: Float64Array.from(picked(results)),
    residuals: Int16Array.from(picked(residuals)),
  };
}

function bytes(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, 'base64')).buffer;
}

/** `count` arguments, half in each range, at multiples of the golden section. */
function evenArguments({ name, ranges }: Case, count: number): Floats {
  const xs = name.endsWith('F64') ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const [low, high] = ranges[i % ranges.length];
    xs[i] = low + (high - low) * ((i * 0.6180339887498949) % 1);
  }
  return xs;
}

function leastNormal(name: MathFunction): number {
  return name.endsWith('F64') ? 2 ** -1022 : 2 ** -126;
}

const scratch = new Float64Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** The unit in the last place of a result. */
function unitOf(result: number, name: MathFunction): number {
  scratch[0] = Math.max(Math.abs(result), leastNormal(name));
  const exponent = (scratchBits[1] >>> 20) - 1023;
  return name.endsWith('F64') ? 2 ** Math.max(exponent - 52, -1074) : 2 ** (exponent - 23);
}
