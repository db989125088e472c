import { describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../../packages/random/', import.meta.url));
const eslint = new ESLint({ cwd: home });

/** What the lint rules of a package say about code, as if it stood in one of its files. */
async function violations(code, file) {
  const [{ messages }] = await eslint.lintText(code, { filePath: `${home}${file}` });
  return messages.filter(({ ruleId }) => ruleId === 'tenfold/no-spread-of-data');
}

const names = 'declare const values: number[];\ndeclare const shape: readonly [number, number];\n';

describe('arrays of any length as arguments', () => {
  test.each([
    'Math.max(...values);',
    'Math.min(0, ...values.map((value) => -value));',
    'values.push(...values);',
    'values.slice().unshift(1, ...values);',
    'values.splice(0, 1, ...values);',
    'values.concat(...[values].map((all) => all));',
    'String.fromCharCode(...values);',
    'String.fromCodePoint(...new Uint8Array(9));',
    'Float64Array.of(...values);',
    'Math.max.apply(null, values);',
    'Reflect.apply(Math.max, null, values);',
    'Math.max(...[1, ...values]);',
    'export function worst(all: number[]): number { return Math.max(...all); }',
    'export function least(...[all]: number[][]): number { return Math.min(...all); }',
    'declare const some: [number, ...number[]];\nMath.max(...some);',
  ])('are refused: %s', async (code) => {
    expect(await violations(names + code, 'src/index.ts')).toHaveLength(1);
  });

  test.each([
    'Math.max(...[1, 2]);',
    'Math.max(1, values[0]);',
    'Math.max(...shape);',
    'values.push(...shape, ...[0]);',
    'export function largest(...all: number[]): number { return Math.max(...all); }',
    'export const largest = (...all: number[]): number => Math.max(0, ...all);',
    'Math.max.apply(null, [1, 2]);',
    'export const all = [...values, ...values];',
  ])('of a length that stands in the program are not: %s', async (code) => {
    expect(await violations(names + code, 'src/index.ts')).toEqual([]);
  });

  test('are refused in scripts without types, and left to tests', async () => {
    expect(await violations('export const most = (all) => Math.max(...all);', 'jest.config.js')).toHaveLength(
      1,
    );
    expect(await violations(`${names}Math.max(...values);`, 'test/random-state.test.ts')).toEqual([]);
  });
});
