import { columnOf, type OneVsRest, type Precision, type Preconditioner, setColumn } from '@tenfold/linalg';

import type { BinaryKernel, HessianSample, SharedRows } from './binary-kernel.js';

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

/** Something asked of the rows: requests of one kind are answered together. */
interface Request {
  readonly kind: string;
  reject(reason: unknown): void;
}

/** Asks for a pass over all rows; answered by a loss. */
interface PassRequest extends Request {
  readonly problem: OneVsRest;
  readonly precision: Precision | undefined;
  readonly input: Float64Array;
  readonly curvatures: Float64Array | undefined;
  readonly out: Float64Array;
  resolve(loss: number): void;
}

/** Asks for a factored sample of a Hessian. */
interface SampleRequest extends Request {
  readonly sample: HessianSample;
  resolve(made: Preconditioner | undefined): void;
}

/** Collects what solvers ask of the rows: when all that still run have asked for something, it is computed. */
class PassScheduler {
  readonly #rows: SharedRows;
  #running: number;
  #waiting: (PassRequest | SampleRequest)[] = [];
  #failure: { readonly reason: unknown } | undefined;

  constructor(rows: SharedRows, solvers: number) {
    this.#rows = rows;
    this.#running = solvers;
  }

  kernel(problem: OneVsRest): BinaryKernel {
    const askPass = (request: Omit<PassRequest, 'problem' | 'resolve' | 'reject'>): Promise<number> =>
      new Promise((resolve, reject) => {
        this.#add({ ...request, problem, resolve, reject });
      });
    return {
      evaluate: (input, out, curvatures, precision) =>
        askPass({ kind: kindOf('evaluate', precision, curvatures), precision, input, curvatures, out }),
      async hessianVectorProduct(curvatures, input, out, precision) {
        await askPass({ kind: kindOf('product', precision), precision, input, curvatures, out });
      },
      precondition: (sample) =>
        new Promise((resolve, reject) => {
          const kind = `precondition ${sample.rows?.length ?? 'all'} ${sample.share}`;
          this.#add({ kind, sample, resolve, reject });
        }),
    };
  }

  #add(request: PassRequest | SampleRequest): void {
    this.#waiting.push(request);
    if (this.#failure === undefined) this.#computeWhenAllWait();
    else this.fail(this.#failure.reason);
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

  /** Computes what is asked for, kind by kind, and then lets all go on. */
  async #answer(requests: readonly (PassRequest | SampleRequest)[]): Promise<void> {
    const passes = requests.filter((request): request is PassRequest => 'problem' in request);
    const samples = requests.filter((request): request is SampleRequest => 'sample' in request);
    const losses = new Map<PassRequest, number>();
    const made = new Map<SampleRequest, Preconditioner | undefined>();
    try {
      for (const group of byKind(passes)) {
        const found = await this.#pass(group);
        group.forEach((request, k) => losses.set(request, found[k]));
      }
      for (const group of byKind(samples)) {
        const found = await this.#precondition(group);
        group.forEach((request, k) => made.set(request, found[k]));
      }
    } catch (error) {
      for (const one of made.values()) one?.release();
      for (const request of requests) request.reject(error);
      return;
    }
    for (const request of passes) request.resolve(losses.get(request) ?? 0);
    for (const request of samples) request.resolve(made.get(request));
  }

  /** Answers requests of one kind in one pass; returns their losses, if they have any. */
  async #pass(group: readonly PassRequest[]): Promise<Float64Array> {
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

  #precondition(group: readonly SampleRequest[]): Promise<(Preconditioner | undefined)[]> {
    const { backend, design, constant, signal } = this.#rows;
    return backend.factors.preconditionAll(
      group.map(({ sample }) => ({ design, constant, signal, ...sample })),
    );
  }
}

/** Requests in groups of one kind. */
function byKind<T extends Request>(requests: readonly T[]): T[][] {
  const kinds = new Set(requests.map(({ kind }) => kind));
  return Array.from(kinds, (kind) => requests.filter((request) => request.kind === kind));
}

function kindOf(name: string, precision: Precision | undefined, curvatures?: Float64Array): string {
  return `${name} ${precision ?? 'double'} ${curvatures === undefined ? '' : 'curved'}`;
}

/** Lays the inputs side by side, as parameters of several classes lie. */
function interleave(group: readonly PassRequest[]): Float64Array {
  const count = group.length;
  const all = new Float64Array(group[0].out.length * count);
  group.forEach(({ input }, k) => {
    setColumn(all, k, count, input);
  });
  return all;
}
