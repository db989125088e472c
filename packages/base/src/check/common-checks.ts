import { CsrMatrix, type FeatureMatrix } from '@tenfold/linalg';

import type { FitOptions } from '../calls/call-options.js';
import type { AnyEstimator } from '../estimator/kinds.js';
import { type EstimatorCheck, Expectations } from './check.js';
import { exampleData, pick } from './example-data.js';
import type { Subject } from './subject.js';

/** How near answers must be that are computed in another way. */
export const NEAR = 1e-5;

/** What must hold of every estimator that is fitted to rows, whatever it does with them. */
export function commonChecks<Model extends AnyEstimator>(subject: Subject<Model>): EstimatorCheck[] {
  const { type } = subject;
  const { name, tags } = type.definition;
  const expect = new Expectations(name);
  const other = exampleData(40, 3, 2, 5);

  const fitted = (
    X: FeatureMatrix = exampleData().matrix,
    y: readonly number[] = exampleData().codes,
    options?: FitOptions<unknown>,
  ) => subject.fit(subject.make(), X, y, options);
  const file = (model: Model): string => JSON.stringify(model.toJSON());

  return [
    expect.check('comes back from a file to the bit', async ({ matrix }) => {
      const model = await fitted();
      const read = (type as unknown as { fromJSON(value: unknown): Model }).fromJSON(JSON.parse(file(model)));
      expect.same(file(read), file(model), 'the same file');
      expect.same(subject.answer(read, matrix), subject.answer(model, matrix), 'answers');
      expect.same(read.getParams(), model.getParams(), 'parameters');
    }),
    expect.check('answers later what it answers now', async ({ matrix }) => {
      const model = await fitted();
      const now = subject.answer(model, matrix);
      expect.close(await subject.answerAsync(model, matrix), now, 'asynchronous answers', 1e-12);
    }),
    expect.check('refuses cells that are not finite, with their row and column', async ({ rows }) => {
      const methods = Object.entries(subject.rowsMethods(await fitted()));
      for (const value of [NaN, Infinity, -Infinity]) {
        const spoilt = rows.map((row) => [...row]);
        spoilt[7][2] = value;
        const place = { row: 7, column: 2 };
        await expect.refuses(() => fitted(spoilt), 'NonFiniteError', `${value} in fit`, place);
        for (const [method, call] of methods)
          await expect.refuses(() => call(spoilt), 'NonFiniteError', `${value} in ${method}`, place);
      }
    }),
    expect.check('refuses no rows and other widths', async () => {
      await expect.refuses(() => fitted([], []), 'ShapeError', 'no rows');
      await expect.refuses(() => fitted([[1, 2], [3]], [0, 1]), 'ShapeError', 'rows of two widths');
      for (const [method, call] of Object.entries(subject.rowsMethods(await fitted())))
        await expect.refuses(() => call([[1, 2]]), 'ShapeError', `rows of another width in ${method}`);
    }),
    expect.check('does the same for a matrix, bytes and arrays', async ({ bytes, matrix, rows }) => {
      const expected = subject.answer(await fitted(), matrix);
      for (const X of [bytes, rows, rows.map((row) => Float64Array.from(row))])
        expect.close(subject.answer(await fitted(X), X), expected, 'answers', NEAR);
    }),
    expect.check('takes sparse rows as it does dense ones, or refuses them', async ({ matrix, codes }) => {
      const sparse = CsrMatrix.fromDense(matrix);
      const model = await fitted();
      if (tags.sparse === true) {
        const expected = subject.answer(model, matrix);
        expect.close(subject.answer(await fitted(sparse), sparse), expected, 'answers', NEAR);
        expect.close(await subject.answerAsync(model, sparse), expected, 'asynchronous answers', NEAR);
        return;
      }
      await expect.refuses(() => fitted(sparse, codes), 'ParameterError', 'sparse rows in fit', {
        parameter: 'X',
      });
      for (const [method, call] of Object.entries(subject.rowsMethods(model)))
        await expect.refuses(() => call(sparse), 'ParameterError', `sparse rows in ${method}`, {
          parameter: 'X',
        });
    }),
    expect.check('forgets what it was fitted to before', async ({ matrix, codes }) => {
      const model = await fitted(other.matrix, other.codes);
      model.provenance = { from: 'elsewhere' };
      await subject.fit(model, matrix, codes);
      expect.same(file(model), file(await fitted()), 'a model as of one fit');
    }),
    expect.check('writes to nothing that it is given', async ({ rows, codes }) => {
      const given = { rows: rows.map((row) => [...row]), codes: [...codes], weights: codes.map(() => 1) };
      const before = JSON.stringify(given);
      const options = tags.sampleWeight ? { sampleWeight: given.weights } : {};
      const model = await fitted(given.rows, given.codes, options);
      for (const call of Object.values(subject.rowsMethods(model))) await call(given.rows);
      expect.same(JSON.stringify(given), before, 'what was given');
    }),
    expect.check('reads its input at the call', async ({ rows, codes }) => {
      const changing = rows.map((row) => [...row]);
      const labels = [...codes];
      const fitting = fitted(changing, labels);
      for (const row of changing) row.fill(0);
      labels.fill(0);
      const model = await fitting;
      expect.same(file(model), file(await fitted(rows)), 'a model');
      const asked = rows.map((row) => [...row]);
      const answering = subject.answerAsync(model, asked);
      for (const row of asked) row.fill(0);
      expect.same(await answering, await subject.answerAsync(model, rows), 'answers');
    }),
    expect.check('does not depend on the number of threads', async ({ bytes, matrix, codes }) => {
      const one = await fitted(matrix, codes, { threads: 1 });
      const answers = await subject.answerAsync(one, bytes, { threads: 1 });
      for (const threads of [2, 5]) {
        const model = await fitted(matrix, codes, { threads });
        expect.same(file(model), file(one), `the model of ${threads} threads`);
        expect.same(
          await subject.answerAsync(model, bytes, { threads }),
          answers,
          `answers of ${threads} threads`,
        );
      }
    }),
    expect.check('is as it was when a fit is cancelled or fails', async ({ matrix, rows, codes }) => {
      const model = await fitted();
      const before = file(model);
      const reason = new Error('enough');
      const cancelled = { signal: AbortSignal.abort(reason) };
      const calls: Record<string, () => Promise<unknown>> = {
        fit: () => subject.fit(model, matrix, codes, cancelled),
        'the asynchronous answer': () => subject.answerAsync(model, matrix, cancelled),
      };
      for (const [method, call] of Object.entries(calls)) {
        const outcome = await call().then(
          () => undefined,
          (error: unknown) => error,
        );
        expect.that(outcome === reason, `the signal's reason from ${method}`, outcome);
      }
      const spoilt = rows.map((row) => row.map(() => NaN));
      await expect.refuses(() => subject.fit(model, spoilt, codes), 'NonFiniteError', 'NaN');
      expect.same(file(model), before, 'the model as it was');
    }),
    expect.check('can be fitted twice at once', async () => {
      const [first, second] = await Promise.all([fitted(), fitted(other.matrix, other.codes)]);
      expect.same(file(first), file(await fitted()), 'the first model');
      expect.same(file(second), file(await fitted(other.matrix, other.codes)), 'the second model');
    }),
    expect.check('needs a fit before it answers', async ({ matrix }) => {
      const model = subject.make();
      expect.that(!model.isFitted, 'a model that is not fitted', model.isFitted);
      for (const [method, call] of Object.entries(subject.rowsMethods(model)))
        await expect.refuses(() => call(matrix), 'NotFittedError', method, { method });
      await expect.refuses(() => model.toJSON(), 'NotFittedError', 'toJSON', { method: 'toJSON' });
      await expect.refuses(() => model.nFeatures, 'NotFittedError', 'nFeatures', { method: 'nFeatures' });
    }),
    expect.check('puts columns in order by name', async ({ matrix, rows, codes }) => {
      const featureNames = ['a', 'b', 'c', 'd'];
      const model = await fitted(matrix, codes, { featureNames });
      const turned = rows.map((row) => [...row].reverse());
      const answers = subject.answer(model, turned, { featureNames: [...featureNames].reverse() });
      expect.same(answers, subject.answer(model, matrix), 'answers');
      const others = { featureNames: ['a', 'b', 'c', 'e'] };
      for (const [method, call] of Object.entries(subject.rowsMethods(model)))
        await expect.refuses(
          () => call(matrix, others),
          'FeatureNamesError',
          `other names of columns in ${method}`,
        );
    }),
    expect.check('refuses options that it does not have', async ({ matrix, codes }) => {
      const misspelt = { wieghts: 1 } as never;
      await expect.refuses(
        () => fitted(matrix, codes, misspelt),
        'ParameterError',
        'an unknown option of fit',
      );
      for (const [method, call] of Object.entries(subject.rowsMethods(await fitted())))
        await expect.refuses(
          () => call(matrix, misspelt),
          'ParameterError',
          `an unknown option of ${method}`,
        );
      if (tags.sampleWeight) return;
      const weighted = { sampleWeight: codes.map(() => 1) };
      await expect.refuses(() => fitted(matrix, codes, weighted), 'ParameterError', 'weights of rows');
    }),
    ...(tags.orderFree ? [orderCheck()] : []),
    ...(tags.sampleWeight && tags.splitsRows !== true ? weightChecks() : []),
  ];

  function orderCheck(): EstimatorCheck {
    return expect.check('does not depend on the order of the rows', async ({ matrix, rows, codes }) => {
      const order = codes.map((_, i) => (i * 7 + 1) % codes.length);
      const model = await fitted(pick(rows, order), pick(codes, order));
      expect.close(subject.answer(model, matrix), subject.answer(await fitted(), matrix), 'answers', NEAR);
    });
  }

  function weightChecks(): EstimatorCheck[] {
    /** Weights of rows must do what it does to give each row so many times. */
    const repeats = (title: string, weightOf: (row: number) => number): EstimatorCheck =>
      expect.check(title, async ({ matrix, rows, codes }) => {
        const sampleWeight = codes.map((_, i) => weightOf(i));
        const given = sampleWeight.flatMap((weight, i) => Array<number>(weight).fill(i));
        const weighted = await fitted(rows, codes, { sampleWeight });
        const repeated = await fitted(pick(rows, given), pick(codes, given));
        expect.close(subject.answer(weighted, matrix), subject.answer(repeated, matrix), 'answers', NEAR);
      });
    return [
      repeats('takes a row of weight 0 for absent', (row) => (row % 5 === 0 ? 0 : 1)),
      repeats('takes a row of weight 2 for two rows', (row) => (row % 4 === 0 ? 2 : 1)),
    ];
  }
}
