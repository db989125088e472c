import { columnOf, type OneVsRest, type Precision, setColumn } from '@tenfold/linalg';

import type { BinaryKernel, SharedRows } from './binary-kernel.js';

/**
 * Solves several binary problems on the same rows side by side: each solver runs as if it were alone, but what all of
 * them ask of the rows at a time is answered in one pass over the rows. A problem's numbers do not depend on which
 * others are still running.
 *
 * @param rows the rows
 * @param problems the problems
 * @param solve solves one of them, given its kernel and number
 * @returns what each `solve` returned; when one of them rejects, the others are ended at what they ask for next, and
 *   once nothing runs any more it rejects with the first one's reason
 */
export async function solveTogether<T>(
  rows: SharedRows,
  problems: readonly OneVsRest[],
  solve: (kernel: BinaryKernel, index: number) => Promise<T>,
): Promise<T[]> {
  const scheduler = new PassScheduler(rows, problems.length);
  const runs = problems.map(async (problem, index) => {
    try {
      return await solve(scheduler.kernel(problem), index);
    } catch (error) {
      scheduler.fail(error);
      throw error;
    } finally {
      scheduler.leave();
    }
  });
  // Whatever the solvers use must not be released while one of them still has a step to finish.
  return Promise.all(runs).finally(() => Promise.allSettled(runs));
}

/** Something asked of the rows: of one kind, and answered by `resolve` or `reject`. */
interface Request {
  readonly kind: string;
  readonly problem: OneVsRest;
  readonly precision: Precision | undefined;
  readonly input: Float64Array;
  readonly curvatures: Float64Array | undefined;
  readonly out: Float64Array;
  resolve(loss: number): void;
  reject(reason: unknown): void;
}

/** Collects what solvers ask of the rows: when all that still run have asked for something, it is computed. */
class PassScheduler {
  readonly #rows: SharedRows;
  #running: number;
  #waiting: Request[] = [];
  #failure: { readonly reason: unknown } | undefined;

  constructor(rows: SharedRows, solvers: number) {
    this.#rows = rows;
    this.#running = solvers;
  }

  kernel(problem: OneVsRest): BinaryKernel {
    const ask = (request: Omit<Request, 'problem' | 'resolve' | 'reject'>): Promise<number> =>
      new Promise((resolve, reject) => {
        this.#waiting.push({ ...request, problem, resolve, reject });
        if (this.#failure === undefined) this.#computeWhenAllWait();
        else this.fail(this.#failure.reason);
      });
    return {
      evaluate: (input, out, curvatures, precision) =>
        ask({ kind: kindOf('evaluate', precision, curvatures), precision, input, curvatures, out }),
      async hessianVectorProduct(curvatures, input, out, precision) {
        await ask({ kind: kindOf('product', precision), precision, input, curvatures, out });
      },
    };
  }

  /** Ends the others too: whatever they ask for is refused. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    for (const request of this.#waiting.splice(0)) request.reject(reason);
  }

  leave(): void {
    this.#running--;
    this.#computeWhenAllWait();
  }

  #computeWhenAllWait(): void {
    if (this.#waiting.length < this.#running || this.#waiting.length === 0) return;
    const requests = this.#waiting;
    this.#waiting = [];
    void this.#answer(requests);
  }

  async #answer(requests: readonly Request[]): Promise<void> {
    const kinds = new Set(requests.map(({ kind }) => kind));
    const losses = new Map<Request, number>();
    try {
      for (const kind of kinds) {
        const group = requests.filter((request) => request.kind === kind);
        const found = await this.#compute(group);
        group.forEach((request, k) => losses.set(request, found[k]));
      }
    } catch (error) {
      for (const request of requests) request.reject(error);
      return;
    }
    for (const request of requests) request.resolve(losses.get(request) ?? 0);
  }

  /** Answers requests of one kind in one pass; returns their losses, if they have any. */
  async #compute(group: readonly Request[]): Promise<Float64Array> {
    const { backend, ...shared } = this.#rows;
    const count = group.length;
    const [{ precision, kind }] = group;
    const losses = new Float64Array(count);
    const out = new Float64Array(group[0].out.length * count);
    const input = interleave(group);
    const curvatures = group.flatMap((request) => request.curvatures ?? []);
    if (kind.startsWith('evaluate')) {
      const problems = group.map(({ problem }) => problem);
      const output = { losses, gradient: out, curvatures: curvatures.length > 0 ? curvatures : undefined };
      await backend.logistic.oneVsRest({ ...shared, problems, parameters: input, precision }, output);
    } else {
      await backend.logistic.hessianVectorProducts({ ...shared, curvatures, precision }, input, out);
    }
    group.forEach((request, k) => request.out.set(columnOf(out, k, count)));
    return losses;
  }
}

function kindOf(name: string, precision: Precision | undefined, curvatures?: Float64Array): string {
  return `${name} ${precision ?? 'double'} ${curvatures === undefined ? '' : 'curved'}`;
}

/** Lays the inputs side by side, as parameters of several classes lie. */
function interleave(group: readonly Request[]): Float64Array {
  const count = group.length;
  const all = new Float64Array(group[0].out.length * count);
  group.forEach(({ input }, k) => {
    setColumn(all, k, count, input);
  });
  return all;
}
