import { describe, expect, test } from '@jest/globals';
import { type FitWeights, LabelError, SingleClassError } from '@tenfold/base';
import { NonFiniteError, NotFittedError, ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, type Label, type Labels, Matrix, referenceBackend } from '@tenfold/linalg';

import { type LinearFitReport, LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

const { X, y } = threeGroups();
const names = ['aster', 'Borage', 'clover'];

describe('fit', () => {
  test('the shapes are scikit-learn’s', async () => {
    const three = await new LogisticRegression().fit(X, y);
    expect([three.coef.rows, three.coef.columns, three.intercept.length]).toEqual([3, 3, 3]);
    expect(three).toMatchObject({ classes: [0, 1, 2], nFeatures: 3, converged: true, warnings: [] });
    expect(three.nIter).toHaveLength(1);
    expect([three.decisionFunction(X).rows, three.decisionFunction(X).columns]).toEqual([60, 3]);

    const two = twoGroups();
    const binary = await new LogisticRegression().fit(two.X, two.y);
    expect([binary.coef.rows, binary.intercept.length, binary.nIter.length]).toEqual([1, 1, 1]);
    expect(binary.decisionFunction(X).columns).toBe(1);
    expect(binary.predictProba(X).columns).toBe(2);

    const ovr = await new LogisticRegression({ multiClass: 'ovr' }).fit(X, y);
    expect(ovr.nIter).toHaveLength(3);
  });

  test('ways of passing the same matrix give the same model', async () => {
    const bytes = X.map((row) => row.map((x) => Math.max(0, Math.round(10 * x))));
    const forms = [
      bytes,
      new Matrix(bytes),
      bytes.map((row) => Float32Array.from(row)),
      bytes.map((row) => Uint8Array.from(row)),
      new ByteMatrix(60, 3, Uint8Array.from(bytes.flat())),
    ];
    const [first, ...others] = await Promise.all(forms.map((form) => new LogisticRegression().fit(form, y)));
    for (const model of others) {
      expect(model.toJSON()).toEqual(first.toJSON());
      expect(model.predictProba(bytes)).toEqual(first.predictProba(forms[4]));
    }
  });

  test.each<[string, Labels]>([
    ['numbers', y],
    ['text', y.map((code) => names[code])],
    ['bytes', Uint8Array.from(y)],
    ['negative whole numbers', Int8Array.from(y, (code) => code - 1)],
    ['doubles', Float64Array.from(y)],
    ['a Buffer', Buffer.from(y)],
  ])('labels of %s come back as they came', async (_, labels) => {
    const model = await new LogisticRegression().fit(X, labels);
    const predicted = model.predict(X);
    const kind = Buffer.isBuffer(labels) ? Uint8Array : labels.constructor;
    expect(predicted.constructor).toBe(kind);
    expect(model.score(X, labels)).toBeGreaterThan(0.9);
    expect([...new Set<Label>([...labels])].length).toBe(model.classes.length);
    expect(typeof predicted[0]).toBe(typeof labels[0]);
  });

  test('classes are sorted, text by code points', async () => {
    const model = await new LogisticRegression().fit(
      X,
      y.map((code) => names[2 - code]),
    );
    expect(model.classes).toEqual(['Borage', 'aster', 'clover']);
    const unsorted = await new LogisticRegression().fit(
      X,
      y.map((code) => [10, 9, -1][code]),
    );
    expect(unsorted.classes).toEqual([-1, 9, 10]);
  });

  test('the objective is C·Σ loss + ½·‖w‖², for every solver and kind of problem', async () => {
    const weight = Float64Array.from(y, (_, i) => 1 + (i % 2));
    const ofMultinomial = await new LogisticRegression({ C: 0.3 }).fit(X, y, { sampleWeight: weight });
    const logs = ofMultinomial.predictLogProba(X);
    const loss = y.reduce((sum, code, i) => sum - weight[i] * logs.get(i, code), 0);
    const squares = ofMultinomial.coef.norm() ** 2;
    expect(ofMultinomial.objective).toBeCloseTo(0.3 * loss + 0.5 * squares, 9);

    const free = await new LogisticRegression({ penalty: null, maxIter: 5 }).fit(X, y);
    const freeLogs = free.predictLogProba(X);
    expect(free.objective).toBeCloseTo(
      y.reduce((sum, code, i) => sum - freeLogs.get(i, code), 0),
      9,
    );

    for (const solver of ['lbfgs', 'liblinear'] as const) {
      const ovr = await new LogisticRegression({ solver, multiClass: 'ovr', C: 0.3 }).fit(X, y);
      const scores = ovr.decisionFunction(X);
      let expected = 0.5 * ovr.coef.norm() ** 2;
      if (solver === 'liblinear') expected += 0.5 * ovr.intercept.reduce((sum, b) => sum + b * b, 0);
      for (let i = 0; i < X.length; i++) {
        for (let k = 0; k < 3; k++) {
          expected += 0.3 * Math.log1p(Math.exp((y[i] === k ? -1 : 1) * scores.get(i, k)));
        }
      }
      expect(ovr.objective).toBeCloseTo(expected, 9);
    }
  });

  test('a class weight is a row weight', async () => {
    const tight = { tol: 1e-9, maxIter: 1000 };
    const byClass = await new LogisticRegression({ ...tight, classWeight: new Map([[1, 3]]) }).fit(X, y);
    const sampleWeight = y.map((code) => (code === 1 ? 3 : 1));
    const byRow = await new LogisticRegression(tight).fit(X, y, { sampleWeight });
    expect(byClass.coef).toEqual(byRow.coef);
    const byName = await new LogisticRegression({ ...tight, classWeight: { Borage: 3 } }).fit(
      X,
      y.map((code) => names[code]),
    );
    expect(byName.classes.indexOf('Borage')).toBe(0);
    expect(byName.objective).toBeCloseTo(byRow.objective, 8);
  });

  test('a row of weight 0 might as well not be there', async () => {
    const tight = { tol: 1e-9, maxIter: 1000, preconditioner: 'none' } as const;
    const sampleWeight = y.map((_, i) => (i < 12 ? 0 : 1));
    for (const options of [{}, { classWeight: 'balanced' }, { multiClass: 'ovr' }] as const) {
      const weighted = await new LogisticRegression({ ...tight, ...options }).fit(X, y, { sampleWeight });
      const without = await new LogisticRegression({ ...tight, ...options }).fit(X.slice(12), y.slice(12));
      weighted.coef.to1DArray().forEach((w, i) => expect(w).toBeCloseTo(without.coef.to1DArray()[i], 6));
    }
  });

  test('two classes are one binary model, whatever multiClass says', async () => {
    const two = twoGroups();
    const [auto, ovr, multinomial] = await Promise.all(
      (['auto', 'ovr', 'multinomial'] as const).map((multiClass) =>
        new LogisticRegression({ multiClass }).fit(two.X, two.y),
      ),
    );
    expect(ovr.coef).toEqual(auto.coef);
    expect(multinomial.coef).toEqual(auto.coef);
  });

  test('running out of iterations is no error but said', async () => {
    const model = await new LogisticRegression({ maxIter: 2 }).fit(X, y);
    expect(model.converged).toBe(false);
    expect(model.warnings).toEqual([
      {
        kind: 'convergence',
        label: undefined,
        nIter: 2,
        message:
          'LogisticRegression: not converged after 2 iterations (reached maxIter iterations); raise maxIter or scale the data',
      },
    ]);
    const ovr = await new LogisticRegression({ maxIter: 2, multiClass: 'ovr' }).fit(
      X,
      y.map((code) => names[code]),
    );
    expect(ovr.warnings.map(({ label }) => label)).toEqual(['Borage', 'aster', 'clover']);
    expect(ovr.warnings[0].message).toContain('not converged for class Borage');
  });

  test('threads and another run change nothing', async () => {
    const one = await new LogisticRegression().fit(X, y, { threads: 1 });
    const four = await new LogisticRegression().fit(X, y, { threads: 4 });
    expect(four.coef).toEqual(one.coef);
  });

  test.each<[string, LogisticRegressionOptions]>([
    ['softmax', {}],
    ['one-vs-rest by lbfgs', { multiClass: 'ovr' }],
    ['one-vs-rest by lbfgs, step by step', { multiClass: 'ovr', preconditioner: 'none', C: 100 }],
    ['one-vs-rest by liblinear', { solver: 'liblinear' }],
    ['one-vs-rest by the dual', { solver: 'liblinear', dual: true }],
  ])('counts the iterations of all problems together: %s', async (_, options) => {
    const counts: number[] = [];
    const onIteration = ({ done, total, problems }: LinearFitReport): void => {
      counts.push(done);
      expect(total).toBe(problems * model.getParams().maxIter);
    };
    const model = new LogisticRegression(options);
    await model.fit(X, y, { onIteration });
    const total = model.nIter.reduce((sum, own) => sum + own, 0);
    expect(counts).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  });

  test('reports iterations, and of which problem', async () => {
    const reports: LinearFitReport[] = [];
    const onIteration = (report: LinearFitReport): void => void reports.push(report);
    const model = await new LogisticRegression({ multiClass: 'ovr' }).fit(X, y, { onIteration });
    model.nIter.forEach((nIter, problem) => {
      const own = reports.filter((report) => report.problem === problem);
      expect(own.map(({ iteration }) => iteration)).toEqual(own.map((_, i) => i + 1));
      expect(own).toHaveLength(nIter);
      expect(own.every(({ problems }) => problems === 3)).toBe(true);
    });
    expect(reports[0].figures.loss).toBeGreaterThan(reports[model.nIter[0] - 1].figures.loss);
  });

  test.each<[string, LogisticRegressionOptions]>([
    ['multinomial', {}],
    ['one-vs-rest', { multiClass: 'ovr' }],
    ['liblinear', { solver: 'liblinear', interceptScaling: 3 }],
    ['dual', { solver: 'liblinear', dual: true }],
    ['intercept-free', { solver: 'liblinear', fitIntercept: false }],
  ])('reports of a %s fit give its weights, of the last iteration the model’s', async (_, options) => {
    const weights: FitWeights[] = [];
    const model = await new LogisticRegression(options).fit(X, y, {
      onIteration: (report) => void weights.push(report.weights()),
    });
    expect(weights).toHaveLength(model.nIter.reduce((sum, nIter) => sum + nIter, 0));
    const last = weights.at(-1);
    expect(last?.coef.map((row) => [...row])).toEqual(model.coef.to2DArray());
    expect(last?.intercept).toEqual([...model.intercept]);
    expect(weights[0].coef).not.toEqual(last?.coef);
  });

  test('a cancelled or failed fit leaves the model as it was, and frees the backend', async () => {
    const released: unknown[] = [];
    const rows = { ...referenceBackend.rows, release: (design: unknown) => released.push(design) };
    const backend = { ...referenceBackend, rows };
    const model = await new LogisticRegression().fit(X, y, { backend });
    const before = model.toJSON();
    const reason = new Error('enough');
    const abort = new AbortController();
    const onIteration = ({ iteration }: LinearFitReport): void => {
      if (iteration === 2) abort.abort(reason);
    };
    const again = model.fit(X, y.toReversed(), { signal: abort.signal, onIteration, backend });
    await expect(again).rejects.toBe(reason);
    await expect(model.fit(X, y, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const failing = (): never => {
      throw reason;
    };
    await expect(model.fit(X, y, { onIteration: failing, backend })).rejects.toBe(reason);
    expect(model.toJSON()).toEqual(before);
    expect(released).toHaveLength(3);
  });
});

describe('what fit refuses', () => {
  const model = new LogisticRegression();
  const replaced = (row: number, column: number, value: number): number[][] =>
    X.map((cells, i) => (i === row ? cells.map((x, j) => (j === column ? value : x)) : cells));

  test('cells that are not finite, with their place', async () => {
    const run = model.fit(replaced(7, 2, NaN), y);
    await expect(run).rejects.toThrow(NonFiniteError);
    await expect(run).rejects.toMatchObject({ row: 7, column: 2 });
    await expect(model.fit(replaced(3, 0, -Infinity), y)).rejects.toThrow('row 3, column 0');
  });

  test('shapes that do not fit', async () => {
    await expect(model.fit([], [])).rejects.toThrow(ShapeError);
    await expect(model.fit([[1, 2], [3]], [0, 1])).rejects.toThrow(ShapeError);
    const short = model.fit(X, y.slice(1));
    await expect(short).rejects.toThrow(ShapeError);
    await expect(short).rejects.toThrow('as many labels as X has rows (60), got 59');
    await expect(model.fit(X, undefined as unknown as Labels)).rejects.toThrow(ShapeError);
    await expect(model.fit(X, y, { sampleWeight: [1] })).rejects.toThrow('as many sample weights');
  });

  test('labels that are no classes', async () => {
    const only = model.fit(X, new Uint8Array(60).fill(4));
    await expect(only).rejects.toThrow(SingleClassError);
    await expect(only).rejects.toThrow('at least two classes, got only 4');
    const withLabel = (label: unknown): Labels => y.map((code, i) => (i === 5 ? label : code) as number);
    for (const bad of [NaN, 0.5, 'x', undefined, null, true, 1n, 2 ** 53, -(2 ** 60)]) {
      const run = model.fit(X, withLabel(bad));
      await expect(run).rejects.toThrow(LabelError);
      await expect(run).rejects.toMatchObject({ row: 5 });
    }
    const mixed = model.fit(X, ['a', ...y.slice(1)] as unknown as string[]);
    await expect(mixed).rejects.toThrow('every label must be text, like the labels before, got 1 in row 1');
  });

  test('weights that are none', async () => {
    await expect(model.fit(X, y, { sampleWeight: y.map(() => 0) })).rejects.toThrow(ParameterError);
    await expect(model.fit(X, y, { sampleWeight: y.map(() => -1) })).rejects.toThrow('sampleWeight of row 0');
    const unknown = new LogisticRegression({ classWeight: { 7: 2 } });
    await expect(unknown.fit(X, y)).rejects.toThrow(
      'classWeight must be about labels in y (0, 1, 2) while one of them, 0, has no weight, got "7"',
    );
    expect(model.isFitted).toBe(false);
  });
});

describe('what a model refuses', () => {
  test('everything but fit before fit', () => {
    const model = new LogisticRegression();
    const calls: [string, () => unknown][] = [
      ['predict', () => model.predict(X)],
      ['predictProba', () => model.predictProba(X)],
      ['predictLogProba', () => model.predictLogProba(X)],
      ['decisionFunction', () => model.decisionFunction(X)],
      ['toJSON', () => model.toJSON()],
      ...(
        ['coef', 'intercept', 'classes', 'nIter', 'converged', 'warnings', 'objective', 'nFeatures'] as const
      ).map((name): [string, () => unknown] => [name, () => model[name]]),
    ];
    for (const [name, call] of calls) {
      expect(call).toThrow(NotFittedError);
      expect(call).toThrow(`LogisticRegression: ${name} needs a fitted model`);
    }
    expect(() => model.score(X, y)).toThrow(NotFittedError);
  });

  test('rows of another width, cells that are not finite, labels of another length', async () => {
    const model = await new LogisticRegression().fit(X, y);
    expect(() => model.predict([[1, 2]])).toThrow(ShapeError);
    expect(() => model.predict([[1, 2]])).toThrow('X with 3 columns, as in fit, got 2');
    expect(() => model.predict([[1, 2, NaN]])).toThrow(NonFiniteError);
    expect(() => model.score(X, [0])).toThrow(ShapeError);
  });
});
