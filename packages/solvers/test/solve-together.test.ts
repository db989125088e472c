import { afterAll, describe, expect, test } from '@jest/globals';
import { type Backend, createKernelBackend, type OneVsRest, referenceBackend } from '@tenfold/linalg';

import {
  type BinaryKernel,
  binaryLogisticObjective,
  lbfgs,
  type LbfgsOptions,
  type LiblinearOptions,
  type SolverResult,
  solveTogether,
  trainLiblinear,
} from '../src/index.js';
import { strokes } from './strokes.js';
import { watched } from './watched-backend.js';

const kernels = createKernelBackend();
afterAll(() => kernels.close());

const CLASSES = 10;
const { design, codes } = strokes({ rows: 300, side: 8 });
const weights = Float64Array.from(codes, (_, i) => 0.5 + (i % 3));
const signs = Array.from({ length: CLASSES }, (_, k) => Float64Array.from(codes, (c) => (c === k ? 1 : -1)));
const problems: OneVsRest[] = signs.map((_, positive) => ({
  positive,
  positiveWeight: 1 + positive / 4,
  negativeWeight: 1,
}));

/** Each side's weight times the row's. */
function rowWeights({ positive, positiveWeight, negativeWeight }: OneVsRest): Float64Array {
  return weights.map((weight, i) => weight * (codes[i] === positive ? positiveWeight : negativeWeight));
}

type Solve = (
  kernel: BinaryKernel | undefined,
  problem: OneVsRest,
  backend: Backend,
) => Promise<SolverResult>;

const byLbfgs =
  (options: (problem: OneVsRest) => LbfgsOptions = () => ({})): Solve =>
  (kernel, problem, backend) => {
    const targets = signs[problem.positive];
    const how = { design, targets, weights: rowWeights(problem), l2: 1e-3, fitIntercept: true };
    const objective = binaryLogisticObjective({ ...how, kernel, backend });
    return lbfgs(objective, new Float64Array(objective.size), { tol: 1e-6, ...options(problem) });
  };

const byLiblinear =
  (options: (problem: OneVsRest) => Partial<LiblinearOptions> = () => ({})): Solve =>
  (kernel, problem, backend) =>
    trainLiblinear({
      design,
      targets: signs[problem.positive],
      weights: rowWeights(problem),
      bias: 1,
      kernel,
      backend,
      ...options(problem),
    });

/** Solves some of the problems side by side. */
function together(
  backend: Backend,
  solve: Solve,
  { some = problems, constant = 1, signal = undefined as AbortSignal | undefined } = {},
): Promise<SolverResult[]> {
  const rows = { design, targets: codes, weights, constant, backend, signal };
  return solveTogether(rows, some, (kernel, index) => solve(kernel, some[index], backend));
}

const solvers: [string, Solve][] = [
  ['lbfgs', byLbfgs()],
  ['lbfgs in mixed precision', byLbfgs(() => ({ precision: 'mixed' }))],
  ['liblinear', byLiblinear()],
  ['liblinear with sampled Hessians', byLiblinear(() => ({ preconditioner: 'gram' }))],
  ['liblinear’s dual', byLiblinear(() => ({ dual: true }))],
];
const backends: [string, Backend][] = [
  ['kernels', kernels],
  ['reference', referenceBackend],
];

describe.each(backends)('problems solved together on %s', (_name, backend) => {
  test.each(solvers)('by %s end with the same bits, whatever the other problems', async (_solver, solve) => {
    const all = await together(backend, solve);
    expect(all).toHaveLength(CLASSES);
    expect(new Set(all.map(({ loss }) => loss)).size).toBe(CLASSES);
    for (const some of [[problems[3]], [problems[9], problems[3]], [...problems].reverse()]) {
      const found = await together(backend, solve, { some });
      found.forEach((result, i) => expect(result).toEqual(all[some[i].positive]));
    }
  });

  test.each(solvers)('by %s find what each finds with its own weights', async (_solver, solve) => {
    const all = await together(backend, solve);
    const alone = await solve(undefined, problems[4], backend);
    expect(all[4].converged).toBe(true);
    // 1.0·0.5 and 0.5 are the same weight; the order of rounding may differ where they are multiplied otherwise.
    expect(Math.abs(all[4].loss - alone.loss)).toBeLessThan(1e-6 * alone.loss);
  });
});

describe('the passes over the rows', () => {
  test('of lbfgs are as many as the longest problem evaluates', async () => {
    const backend = watched(kernels);
    const results = await together(backend, byLbfgs());
    const evaluations = results.map(({ nEvaluations }) => nEvaluations);
    const sum = evaluations.reduce((a, b) => a + b, 0);
    expect(backend.calls).toHaveLength(Math.max(...evaluations));
    expect(backend.calls.length).toBeLessThan(sum / 5);
    expect(backend.calls[0].problems).toBe(CLASSES);
    expect(backend.calls.reduce((total, { problems: served }) => total + served, 0)).toBe(sum);
    // Whoever has finished is not waited for, and does not come back.
    const served = backend.calls.map(({ problems: count }) => count);
    expect(served).toEqual([...served].sort((a, b) => b - a));
  });

  test('of two precisions are apart, and only while both are asked for', async () => {
    const backend = watched(kernels);
    const results = await together(
      backend,
      byLbfgs(() => ({ precision: 'mixed' })),
    );
    const evaluations = results.map(({ nEvaluations }) => nEvaluations);
    const longest = Math.max(...evaluations);
    expect(backend.count('oneVsRest', 'single')).toBeGreaterThan(0);
    expect(backend.count('oneVsRest', 'double')).toBeGreaterThan(0);
    expect(backend.calls.length).toBeGreaterThanOrEqual(longest);
    expect(backend.calls.length).toBeLessThanOrEqual(2 * longest);
  });

  test('of liblinear are shared though each problem has its own pace', async () => {
    const backend = watched(kernels);
    const alone: number[] = [];
    await together(backend, byLiblinear());
    for (const problem of problems) {
      const single = watched(kernels);
      await together(single, byLiblinear(), { some: [problem] });
      alone.push(single.calls.length);
    }
    const asked = backend.calls.reduce((total, { problems: served }) => total + served, 0);
    const sum = alone.reduce((a, b) => a + b, 0);
    expect(asked).toBe(sum);
    expect(backend.calls.length).toBeLessThan(sum / 3);
  });
});

/** Whether something is left running: asks the event loop for some turns. */
async function callsAfter(calls: readonly unknown[]): Promise<number> {
  const before = calls.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return calls.length - before;
}

describe('when one problem fails', () => {
  const reason = new Error('seen enough');
  const failAt =
    (positive: number, at: number) =>
    (problem: OneVsRest): LbfgsOptions & Partial<LiblinearOptions> => ({
      onIteration: ({ iteration }) => {
        if (problem.positive === positive && iteration === at) throw reason;
      },
    });

  test.each<[string, Solve]>([
    ['lbfgs', byLbfgs(failAt(6, 3))],
    ['liblinear', byLiblinear(failAt(6, 2))],
    ['liblinear with sampled Hessians', byLiblinear((p) => ({ ...failAt(6, 2)(p), preconditioner: 'gram' }))],
    ['liblinear’s dual', byLiblinear((p) => ({ ...failAt(6, 2)(p), dual: true }))],
  ])('all of %s reject with its reason, and nothing runs on', async (_solver, solve) => {
    const backend = watched(kernels);
    const ends: unknown[] = [];
    const watchEnds: Solve = (...task) =>
      solve(...task).catch((error: unknown) => {
        ends.push(error);
        throw error;
      });
    await expect(together(backend, watchEnds)).rejects.toBe(reason);
    expect(ends).toEqual(problems.map(() => reason));
    expect(await callsAfter(backend.calls)).toBe(0);
  });

  test('the others have ended before the failure is thrown', async () => {
    let running = 0;
    const slow: Solve = async (kernel, { positive }) => {
      running++;
      try {
        const size = design.columns + 1;
        await kernel?.evaluate(new Float64Array(size), new Float64Array(size));
        if (positive === 0) throw reason;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return await byLbfgs()(kernel, problems[positive], kernels);
      } finally {
        running--;
      }
    };
    await expect(together(kernels, slow)).rejects.toBe(reason);
    expect(running).toBe(0);
  });

  test('a problem that fails before its first evaluation ends the waiting ones', async () => {
    const backend = watched(kernels);
    const solve: Solve = (...task) => {
      if (task[1].positive === 9) throw reason;
      return byLbfgs()(...task);
    };
    await expect(together(backend, solve)).rejects.toBe(reason);
    expect(backend.calls).toHaveLength(0);
  });

  test('a failing pass fails all, with the backend’s reason', async () => {
    let passes = 0;
    const backend = watched(kernels, {
      oneVsRest: (task, output) =>
        ++passes === 4 ? Promise.reject(reason) : kernels.logistic.oneVsRest(task, output),
    });
    await expect(together(backend, byLbfgs())).rejects.toBe(reason);
    expect(await callsAfter(backend.calls)).toBe(0);
    expect(passes).toBe(4);
  });

  test.each(backends)('an abort ends all on %s', async (_name, inner) => {
    const backend = watched(inner);
    const control = new AbortController();
    const solve = byLbfgs((problem) => ({
      signal: control.signal,
      onIteration: ({ iteration }) => {
        if (problem.positive === 2 && iteration === 2) control.abort(reason);
      },
    }));
    await expect(together(backend, solve, { signal: control.signal })).rejects.toBe(reason);
    expect(await callsAfter(backend.calls)).toBe(0);
    const late = watched(inner);
    await expect(together(late, solve, { signal: control.signal })).rejects.toBe(reason);
    expect(late.calls).toHaveLength(0);
  });

  test('one that stops by itself leaves the others to theirs', async () => {
    const solve = byLbfgs(({ positive }) => ({ onIteration: () => positive !== 5 }));
    const all = await together(kernels, byLbfgs());
    const found = await together(kernels, solve);
    expect(found[5]).toMatchObject({ nIter: 1, converged: false, message: 'stopped by onIteration' });
    found.forEach((result, k) => {
      if (k !== 5) expect(result).toEqual(all[k]);
    });
  });
});

test('no problems are solved at once', async () => {
  const backend = watched(kernels);
  await expect(together(backend, byLbfgs(), { some: [] })).resolves.toEqual([]);
  expect(backend.calls).toHaveLength(0);
});
