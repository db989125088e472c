import { describe, expect, test } from '@jest/globals';

import { LogisticRegression } from '../src/index.js';
import { threeGroups, twoGroups, withWeights } from './data.js';

const three = threeGroups();
const two = twoGroups();

describe.each([
  ['multinomial', new LogisticRegression(), three],
  ['one-vs-rest', new LogisticRegression({ multiClass: 'ovr' }), three],
  ['binary', new LogisticRegression(), two],
  ['liblinear', new LogisticRegression({ solver: 'liblinear' }), three],
] as const)('probabilities: %s', (_, model, { X, y }) => {
  test('sum to 1, are the exponentials of their logarithms, and are largest at the prediction', async () => {
    await model.fit(X, y);
    const probabilities = model.predictProba(X).to2DArray();
    const logarithms = model.predictLogProba(X).to2DArray();
    const predicted = model.predict(X);
    probabilities.forEach((row, i) => {
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
      row.forEach((p, k) => expect(Math.exp(logarithms[i][k])).toBeCloseTo(p, 14));
      expect(model.classes[row.indexOf(Math.max(...row))]).toBe(predicted[i]);
    });
  });

  test('are the same to the bit when made on threads', async () => {
    await model.fit(X, y);
    const many = Array.from({ length: 20_000 }, (_, i) => X[i % X.length]);
    await expect(model.predictAsync(many)).resolves.toEqual(model.predict(many));
    const probabilities = await model.predictProbaAsync(many);
    expect(probabilities.to1DArray()).toEqual(model.predictProba(many).to1DArray());
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(model.predictAsync(many, { signal })).rejects.toThrow('enough');
  });

  test('far from the data neither overflow nor lose their logarithms', () => {
    const far = [
      [1e6, -1e6, 1e6],
      [-1e6, 1e6, -1e6],
    ];
    for (const row of model.predictProba(far).to2DArray()) {
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    }
    for (const value of model.predictLogProba(far).to1DArray()) {
      expect(Number.isFinite(value)).toBe(true);
      expect(value).toBeLessThanOrEqual(0);
    }
  });
});

describe('from scores to labels', () => {
  const saved = new LogisticRegression();

  test('the first of equal scores wins, and 0 is the first of two classes', async () => {
    await saved.fit(three.X, three.y);
    const even = withWeights(saved.toJSON(), saved.coef.to2DArray(), [0, 0, 0]);
    expect(LogisticRegression.fromJSON(even).predict([[0, 0, 0]])).toEqual([0]);
    const binary = await new LogisticRegression().fit(two.X, two.y);
    const centred = withWeights(binary.toJSON(), binary.coef.to2DArray(), [0]);
    expect(LogisticRegression.fromJSON(centred).predict([[0, 0, 0]])).toEqual([0]);
  });

  test('one-vs-rest probabilities are normalised sigmoids', async () => {
    const model = await new LogisticRegression({ multiClass: 'ovr' }).fit(three.X, three.y);
    const scores = model.decisionFunction(three.X).to2DArray();
    const sigmoids = scores.map((row) => row.map((z) => 1 / (1 + Math.exp(-z))));
    model
      .predictProba(three.X)
      .to2DArray()
      .forEach((row, i) => {
        const sum = sigmoids[i].reduce((total, s) => total + s, 0);
        row.forEach((p, k) => expect(p).toBeCloseTo(sigmoids[i][k] / sum, 13));
      });
  });
});
