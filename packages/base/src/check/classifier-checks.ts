import { type Label, type Labels, largest } from '@tenfold/linalg';

import type { EstimatorClass } from '../estimator/estimator.js';
import { type AnyClassifier, hasProbabilities } from '../estimator/kinds.js';
import { type EstimatorCheck, Expectations } from './check.js';
import { exampleData, pick } from './example-data.js';

/** How near probabilities must be that are computed in another way. */
const NEAR = 1e-5;

/** Labels of every kind for class numbers. */
const KINDS: Readonly<Record<string, (codes: readonly number[]) => Labels>> = {
  numbers: (codes) => codes.map((code) => code),
  'negative numbers that do not follow each other': (codes) => codes.map((code) => [-7, 3, 1000][code]),
  text: (codes) => codes.map((code) => ['pear', 'apple', '😀'][code]),
  booleans: (codes) => codes.map((code) => code === 1),
  bytes: (codes) => Uint8Array.from(codes),
  'signed numbers in a typed array': (codes) => Int16Array.from(codes, (code) => -code),
  doubles: (codes) => Float64Array.from(codes),
};

/** What must hold of a classifier, whatever it is. */
export function classifierChecks(
  type: EstimatorClass<AnyClassifier>,
  options: Readonly<Record<string, unknown>>,
): EstimatorCheck[] {
  const { definition } = type;
  const name = definition.name;
  const tags = definition.tags;
  const expect = new Expectations(name);
  const make = (): AnyClassifier => new type(options as never);
  const { bytes, matrix, rows, codes } = exampleData();
  const fitted = async (X: Parameters<AnyClassifier['fit']>[0] = matrix, y: Labels = codes, how = {}) =>
    make().fit(X, y, how);
  /** All that a model says of rows, as numbers. */
  const answers = (model: AnyClassifier, X: Parameters<AnyClassifier['predict']>[0] = matrix): number[] =>
    hasProbabilities(model) ? model.predictProba(X).to1DArray() : Array.from(model.predict(X), Number);

  const check = (title: string, run: () => Promise<void>): EstimatorCheck => ({ name: title, run });

  const checks = [
    ...Object.entries(KINDS).map(([kind, labelled]) =>
      check(`predicts ${kind} as it was given them`, async () => {
        const y = labelled(codes);
        const model = await fitted(matrix, y);
        const predicted = model.predict(matrix);
        expect.same(predicted.constructor.name, y.constructor.name, 'the array of the predictions');
        const known = new Set<Label>(y);
        const foreign = Array.from<Label>(predicted).find((label) => !known.has(label));
        expect.that(foreign === undefined, 'labels that fit has seen', foreign);
        expect.that(
          model.score(matrix, y) > 0.5,
          'more than half of the training rows right',
          model.score(matrix, y),
        );
        expect.same(await model.predictAsync(matrix), predicted, 'predictions of predictAsync');
      }),
    ),
    check('gives probabilities that sum to 1, whose largest is the prediction', async () => {
      const model = await fitted();
      if (!hasProbabilities(model)) return;
      const proba = model.predictProba(matrix);
      expect.same([proba.rows, proba.columns], [rows.length, model.classes.length], 'the shape');
      const predicted = model.predict(matrix);
      const logs = model.predictLogProba(matrix);
      proba.to2DArray().forEach((row, i) => {
        expect.close([row.reduce((sum, share) => sum + share, 0)], [1], `the sum of row ${i}`, 1e-12);
        expect.same(predicted[i], model.classes[row.indexOf(largest(row))], `the prediction of row ${i}`);
        expect.close(logs.getRow(i).map(Math.exp), row, `exp of the logarithms of row ${i}`, 1e-12);
      });
      expect.close(
        (await model.predictProbaAsync(matrix)).to1DArray(),
        proba.to1DArray(),
        'predictProbaAsync',
        1e-12,
      );
    }),
    check('comes back from a file to the bit', async () => {
      const model = await fitted();
      const json = JSON.stringify(model.toJSON());
      const read = (type as unknown as { fromJSON(value: unknown): AnyClassifier }).fromJSON(
        JSON.parse(json),
      );
      expect.same(JSON.stringify(read.toJSON()), json, 'the same file');
      expect.same(answers(read), answers(model), 'answers');
      expect.same(read.predict(matrix), model.predict(matrix), 'predictions');
      expect.same(read.getParams(), model.getParams(), 'parameters');
    }),
    check('refuses cells that are not finite, with their row and column', async () => {
      const model = await fitted();
      for (const value of [NaN, Infinity, -Infinity]) {
        const spoilt = rows.map((row) => [...row]);
        spoilt[7][2] = value;
        const place = { row: 7, column: 2 };
        await expect.refuses(() => make().fit(spoilt, codes), 'NonFiniteError', `${value} in fit`, place);
        await expect.refuses(() => model.predict(spoilt), 'NonFiniteError', `${value} in predict`, place);
        await expect.refuses(
          () => model.predictAsync(spoilt),
          'NonFiniteError',
          `${value} in predictAsync`,
          place,
        );
      }
    }),
    check('takes one class where it says so, and else refuses it', async () => {
      const y = codes.map(() => 'only');
      if (!tags.oneClass) {
        await expect.refuses(() => make().fit(matrix, y), 'SingleClassError', 'one class');
        return;
      }
      const model = await fitted(matrix, y);
      expect.same(model.predict(matrix), y, 'predictions');
    }),
    check('refuses no rows, other widths and other lengths', async () => {
      const model = await fitted();
      await expect.refuses(() => make().fit([], []), 'ShapeError', 'no rows');
      await expect.refuses(() => make().fit(matrix, codes.slice(1)), 'ShapeError', 'too few labels');
      await expect.refuses(() => model.predict([[1, 2]]), 'ShapeError', 'rows of another width');
      await expect.refuses(() => make().fit([[1, 2], [3]], [0, 1]), 'ShapeError', 'rows of two widths');
    }),
    check('does the same for a matrix, bytes and arrays', async () => {
      const expected = await fitted();
      for (const X of [bytes, rows, rows.map((row) => Float64Array.from(row))]) {
        const model = await fitted(X);
        expect.same(model.predict(X), expected.predict(matrix), 'predictions');
        expect.close(answers(model, X), answers(expected), 'answers', NEAR);
      }
    }),
    check('forgets what it was fitted to before', async () => {
      const other = exampleData(40, 3, 2, 5);
      const model = await fitted(other.matrix, other.codes);
      model.provenance = { from: 'elsewhere' };
      await model.fit(matrix, codes);
      expect.same(
        JSON.stringify(model.toJSON()),
        JSON.stringify((await fitted()).toJSON()),
        'a model as of one fit',
      );
    }),
    check('writes to nothing that it is given', async () => {
      const weights = codes.map(() => 1);
      const given = { rows: rows.map((row) => [...row]), codes: [...codes], weights };
      const before = JSON.stringify(given);
      const how = tags.sampleWeight ? { sampleWeight: weights } : {};
      const model = await make().fit(given.rows, given.codes, how);
      model.predict(given.rows);
      await model.predictAsync(given.rows);
      expect.same(JSON.stringify(given), before, 'what was given');
    }),
    check('reads its input at the call', async () => {
      const changing = rows.map((row) => [...row]);
      const labels = [...codes];
      const fitting = make().fit(changing, labels);
      for (const row of changing) row.fill(0);
      labels.fill(0);
      expect.same(
        JSON.stringify((await fitting).toJSON()),
        JSON.stringify((await fitted(rows)).toJSON()),
        'a model',
      );
    }),
    check('does not depend on the number of threads', async () => {
      const one = await fitted(matrix, codes, { threads: 1 });
      for (const threads of [2, 5]) {
        const model = await fitted(matrix, codes, { threads });
        expect.same(
          JSON.stringify(model.toJSON()),
          JSON.stringify(one.toJSON()),
          `the model of ${threads} threads`,
        );
        expect.same(await model.predictAsync(bytes, { threads }), one.predict(bytes), 'predictions');
      }
    }),
    check('is as it was when a fit is cancelled or fails', async () => {
      const model = await fitted();
      const before = JSON.stringify(model.toJSON());
      const reason = new Error('enough');
      const outcome = await model.fit(matrix, codes, { signal: AbortSignal.abort(reason) }).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect.that(outcome === reason, "the signal's reason", outcome);
      await expect.refuses(() => model.fit(matrix, codes.slice(1)), 'ShapeError', 'too few labels');
      expect.same(JSON.stringify(model.toJSON()), before, 'the model as it was');
    }),
    check('can be fitted twice at once', async () => {
      const other = exampleData(40, 3, 2, 5);
      const [first, second] = await Promise.all([fitted(), fitted(other.matrix, other.codes)]);
      expect.same(
        JSON.stringify(first.toJSON()),
        JSON.stringify((await fitted()).toJSON()),
        'the first model',
      );
      const alone = await fitted(other.matrix, other.codes);
      expect.same(JSON.stringify(second.toJSON()), JSON.stringify(alone.toJSON()), 'the second model');
    }),
    check('needs a fit before it predicts', async () => {
      const model = make();
      expect.that(!model.isFitted, 'a model that is not fitted', model.isFitted);
      const calls: Record<string, () => unknown> = {
        predict: () => model.predict(matrix),
        predictAsync: () => model.predictAsync(matrix),
        score: () => model.score(matrix, codes),
        classes: () => model.classes,
        toJSON: () => model.toJSON(),
      };
      if (hasProbabilities(model)) calls.predictProba = () => model.predictProba(matrix);
      for (const [method, call] of Object.entries(calls))
        await expect.refuses(call, 'NotFittedError', method, { method });
    }),
    check('puts columns in order by name', async () => {
      const names = ['a', 'b', 'c', 'd'];
      const model = await fitted(matrix, codes, { featureNames: names });
      const turned = rows.map((row) => [...row].reverse());
      const featureNames = [...names].reverse();
      expect.same(model.predict(turned, { featureNames }), model.predict(matrix), 'predictions');
      const others = { featureNames: ['a', 'b', 'c', 'e'] };
      await expect.refuses(() => model.predict(matrix, others), 'FeatureNamesError', 'other names');
    }),
    check('refuses options that it does not have', async () => {
      await expect.refuses(
        () => make().fit(matrix, codes, { wieghts: 1 } as never),
        'ParameterError',
        'an unknown option',
      );
      const sampleWeight = codes.map(() => 1);
      if (!tags.sampleWeight)
        await expect.refuses(
          () => make().fit(matrix, codes, { sampleWeight }),
          'ParameterError',
          'weights of rows',
        );
    }),
  ];
  if (tags.orderFree) {
    checks.push(
      check('does not depend on the order of the rows', async () => {
        const order = codes.map((_, i) => (i * 7) % codes.length);
        const model = await fitted(pick(rows, order), pick(codes, order));
        expect.close(answers(model), answers(await fitted()), 'answers', NEAR);
      }),
    );
  }
  return tags.sampleWeight ? [...checks, ...weightChecks()] : checks;

  function weightChecks(): EstimatorCheck[] {
    return [
      check('takes a row of weight 0 for absent', async () => {
        const sampleWeight = codes.map((_, i) => (i % 5 === 0 ? 0 : 1));
        const present = codes.flatMap((_, i) => (i % 5 === 0 ? [] : [i]));
        const without = await fitted(pick(rows, present), pick(codes, present));
        expect.close(answers(await fitted(rows, codes, { sampleWeight })), answers(without), 'answers', NEAR);
      }),
      check('takes a row of weight 2 for two rows', async () => {
        const sampleWeight = codes.map((_, i) => (i % 4 === 0 ? 2 : 1));
        const twice = codes.flatMap((_, i) => (i % 4 === 0 ? [i, i] : [i]));
        const repeated = await fitted(pick(rows, twice), pick(codes, twice));
        expect.close(
          answers(await fitted(rows, codes, { sampleWeight })),
          answers(repeated),
          'answers',
          NEAR,
        );
      }),
    ];
  }
}
