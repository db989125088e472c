import { describe, expect, test } from '@jest/globals';
import { ByteMatrix, DoubleMatrix, type Labels, type Matrix, type MatrixLike } from '@tenfold/linalg';

import {
  type AnyEstimator,
  checkEstimator,
  type ColumnOptions,
  type EstimatorCheck,
  EstimatorCheckError,
  type EstimatorClass,
  estimatorChecks,
  type FitOptions,
  type PredictOptions,
  type ScoreOptions,
} from '../src/index.js';
import { ColumnMeans } from './column-means.js';
import { NearestMean, type NearestMeanOptions } from './nearest-mean.js';

type Checked = EstimatorClass<AnyEstimator>;
/** What a faulty classifier does in the place of a method. */
type Faults = Partial<NearestMean> & ThisType<NearestMean>;

const right = NearestMean.prototype;
const rightTransformer = ColumnMeans.prototype;

/** NearestMean with other methods. */
function faulty(methods: Faults): Checked {
  class Faulty extends NearestMean {}
  Object.defineProperties(Faulty.prototype, Object.getOwnPropertyDescriptors(methods));
  return Faulty;
}

/** NearestMean with another description. */
function described(change: Partial<typeof NearestMean.definition>): Checked {
  const definition = { ...NearestMean.definition, ...change };
  class Described extends NearestMean {
    static override readonly definition = definition;
    override readonly definition = definition;
  }
  return Described;
}

/** ColumnMeans with other methods. */
function faultyTransformer(methods: Partial<ColumnMeans> & ThisType<ColumnMeans>): Checked {
  class Faulty extends ColumnMeans {}
  Object.defineProperties(Faulty.prototype, Object.getOwnPropertyDescriptors(methods));
  return Faulty;
}

const { tags, params, fit } = NearestMean.definition;
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const cells = (X: MatrixLike): number[][] =>
  'to2DArray' in X ? (X as Matrix).to2DArray() : Array.from(X as readonly number[][], (row) => [...row]);

/** NearestMean that passes over options that it does not know. */
class Lenient extends NearestMean {
  constructor({ power, digits, ties }: NearestMeanOptions = {}) {
    super({
      ...(power !== undefined && { power }),
      ...(digits !== undefined && { digits }),
      ...(ties !== undefined && { ties }),
    });
  }
}

const faults: Record<string, Checked> = {
  'is described in words': described({ summary: 'means' }),
  'has a value for each parameter, which its constructor takes': faulty({
    getParams: () => ({ power: 2, digits: 3, ties: 'first', more: 1 }) as never,
  }),
  'keeps the bounds of power': described({
    params: { ...params, power: { ...params.power, bounds: { accepted: [1], refused: [1] } } },
  }),
  'refuses parameters that it does not have, and suggests the nearest': Lenient,
  'clones its parameters, and sets all or none': faulty({
    clone() {
      return this;
    },
    setParams(this: NearestMean) {
      return this;
    },
  }),
  'comes back from a file to the bit': described({
    state: {
      ...NearestMean.definition.state,
      write: (state) =>
        NearestMean.definition.state.write({ ...state, means: state.means.map((mean) => -mean) }),
    },
  }),
  'answers later what it answers now': faulty({
    async predictAsync(X: MatrixLike, options?: PredictOptions) {
      return [...(await right.predictAsync.call(this, X, options))].reverse() as Labels;
    },
  }),
  'refuses cells that are not finite, with their row and column': faulty({
    predict(X: MatrixLike, options?: ColumnOptions) {
      const filled = cells(X).map((row) => row.map((x) => (Number.isFinite(x) ? x : 0)));
      return right.predict.call(this, filled, options);
    },
  }),
  'refuses no rows and other widths': faulty({
    predict(X: MatrixLike, options?: ColumnOptions) {
      const filled = cells(X).map((row) => [...row, 0, 0, 0, 0].slice(0, this.nFeatures));
      return right.predict.call(this, filled, options);
    },
  }),
  'does the same for a matrix, bytes and arrays': faulty({
    predict(X: MatrixLike, options?: ColumnOptions) {
      const predicted = right.predict.call(this, X, options);
      return X instanceof ByteMatrix ? ([...predicted].reverse() as Labels) : predicted;
    },
  }),
  'forgets what it was fitted to before': faulty({
    async fit(this: NearestMean, X: MatrixLike, y: Labels, options?: FitOptions) {
      const { provenance } = this;
      await right.fit.call(this, X, y, options);
      this.provenance = provenance;
      return this as never;
    },
  }),
  'writes to nothing that it is given': faulty({
    predict(X: MatrixLike, options?: ColumnOptions) {
      const predicted = right.predict.call(this, X, options);
      if (Array.isArray(X)) for (const row of X as number[][]) row.sort();
      return predicted;
    },
  }),
  'reads its input at the call': faulty({
    async predictAsync(X: MatrixLike, options?: PredictOptions) {
      await later();
      return right.predictAsync.call(this, X, options);
    },
  }),
  'does not depend on the number of threads': described({
    fit: async (problem) => {
      const { state } = await fit(problem);
      return { state: { ...state, means: state.means.map((mean) => mean + 1e-12 * (problem.threads ?? 0)) } };
    },
  }),
  'is as it was when a fit is cancelled or fails': faulty({
    fit(X: MatrixLike, y: Labels, options?: FitOptions) {
      return right.fit.call(this, X, y, { ...options, signal: undefined }) as never;
    },
  }),
  'can be fitted twice at once': described({
    fit: async (problem) => {
      last = await fit(problem);
      await later();
      return last;
    },
  }),
  'needs a fit before it answers': faulty({
    predict(X: MatrixLike, options?: ColumnOptions) {
      return this.isFitted ? right.predict.call(this, X, options) : [];
    },
  }),
  'puts columns in order by name': faulty({
    predict(X: MatrixLike) {
      return right.predict.call(this, X);
    },
  }),
  'refuses options that it does not have': faulty({
    fit(X: MatrixLike, y: Labels, { threads, signal, featureNames }: FitOptions = {}) {
      return right.fit.call(this, X, y, { threads, signal, featureNames }) as never;
    },
  }),
  'does not depend on the order of the rows': described({
    fit: async (problem) => {
      const { state } = await fit(problem);
      return {
        state: { ...state, means: state.means.map((mean) => (problem.codes[0] === 0 ? mean : -mean)) },
      };
    },
  }),
  'takes a row of weight 0 for absent': described({
    tags: { ...tags, sampleWeight: true },
    fit: async (problem) => {
      const { state } = await fit(problem);
      const hasAbsent = problem.sampleWeight?.includes(0) === true;
      return { state: { ...state, means: state.means.map((mean) => (hasAbsent ? -mean : mean)) } };
    },
  }),
  'takes a row of weight 2 for two rows': described({
    tags: { ...tags, sampleWeight: true },
    fit: async (problem) => {
      const { state } = await fit(problem);
      const heavy = problem.sampleWeight?.includes(2) === true;
      return { state: { ...state, means: state.means.map((mean) => (heavy ? -mean : mean)) } };
    },
  }),
  'predicts text as it was given them': faulty({
    predict(X: MatrixLike, options?: ColumnOptions) {
      const predicted = right.predict.call(this, X, options);
      return typeof predicted[0] === 'string' ? predicted.map((_, i) => i) : predicted;
    },
  }),
  'gives probabilities that sum to 1, whose largest is the prediction': faulty({
    predictProba: (X: MatrixLike) => new DoubleMatrix(cells(X).length, 3),
    predictLogProba: (X: MatrixLike) => new DoubleMatrix(cells(X).length, 3),
  } as never),
  'takes sparse rows as it does dense ones, or refuses them': faulty({
    checkKind: () => undefined,
  } as Faults),
  'takes one class where it says so, and else refuses it': faulty({
    get classes() {
      return [0, 1, 2];
    },
    predict(X: MatrixLike, options?: ColumnOptions) {
      const predicted = right.predict.call(this, X, options);
      return predicted[0] === 'only' ? ['other'] : predicted;
    },
  }),
  'refuses other numbers of labels, and missing ones': faulty({
    score(X: MatrixLike, y: Labels, options?: ScoreOptions) {
      return right.score.call(this, cells(X).slice(0, y.length), y, options);
    },
  }),
  'has classes and a score once it is fitted': faulty({ score: () => 1 }),
  'has the weights that its view shows': described({ views: ['linear-weights'] }),
  'has the figures of classes that its view shows': described({ views: ['class-means'] }),
  'names the voters that make its probabilities': described({ views: ['neighbors'] }),
  'transforms as many rows, into as many columns as it names': faultyTransformer({
    getFeatureNamesOut: () => ['one'],
  }),
  'transforms each row by itself': faultyTransformer({
    transform(X: MatrixLike, options?: ColumnOptions) {
      const transformed = rightTransformer.transform.call(this, X, options);
      return transformed.rows === 1 ? transformed.mul(2) : transformed;
    },
  }),
  'fits and transforms at once as one after the other': faultyTransformer({
    fitTransform: (X: MatrixLike) => Promise.resolve(new DoubleMatrix(cells(X).length, 4)),
  }),
  'turns back what it has transformed, where it can': faultyTransformer({
    inverseTransform(X: MatrixLike) {
      return rightTransformer.transform.call(this, X);
    },
  }),
};

let last: Awaited<ReturnType<typeof fit>>;

async function failures(checks: readonly EstimatorCheck[]): Promise<string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    await check.run().catch((error: unknown) => {
      failed.push(check.name);
      expect(error).toBeInstanceOf(EstimatorCheckError);
      expect((error as Error).message).toMatch(/^(NearestMean|ColumnMeans): expected .*, got /s);
    });
  }
  return failed;
}

describe('checkEstimator', () => {
  test.each([
    ['a classifier', NearestMean as unknown as Checked],
    ['a transformer', ColumnMeans as unknown as Checked],
  ])('finds nothing in %s that keeps the contract', async (_, type) => {
    await checkEstimator(type);
    expect(estimatorChecks(type).length).toBeGreaterThan(20);
  });

  test.each(Object.entries(faults))('an estimator that breaks "%s" fails it', async (name, type) => {
    expect(await failures(estimatorChecks(type))).toContain(name);
  });

  test('each of its checks is broken by one of these', () => {
    const names = [NearestMean, ColumnMeans]
      .flatMap((type) => [
        ...estimatorChecks(type as unknown as Checked),
        ...estimatorChecks(faults['takes a row of weight 0 for absent']),
      ])
      .map(({ name }) => name);
    const kinds = new Set(
      names.filter((name) => !/^(keeps the bounds of|predicts .* as it was given them)/.test(name)),
    );
    expect([...kinds].filter((name) => !(name in faults))).toEqual([]);
  });
});
