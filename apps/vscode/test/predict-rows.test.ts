import { describe, expect, test } from '@jest/globals';
import { caseBytes } from '@tenfold/cases';
import { parseTable } from '@tenfold/datasets';
import { LogisticRegression } from '@tenfold/estimators';

import { modelWeights } from '../src/host/editors/model/model-weights.js';
import { predictRows } from '../src/host/predict/predict-rows.js';
import { rowSource } from '../src/host/predict/row-source.js';

const { signal } = new AbortController();
const fruit = parseTable(caseBytes('fruit.csv'), { target: 'state' });
const { featureNames } = fruit;
const named = await new LogisticRegression({ C: 100 }).fit(fruit.data, fruit.target, { featureNames });
const unnamed = await new LogisticRegression({ C: 100 }).fit(fruit.data, fruit.target);

async function predicted(model: LogisticRegression, name: string, bytes = caseBytes(name)) {
  const weights = modelWeights(model, 'm');
  const rows = await rowSource(name, bytes, model, signal);
  const said = await predictRows(weights, rows, signal);
  return Array.from(said.predicted, (code) => weights.classes[code]);
}

describe('rows of a table', () => {
  test('without labels are predicted', async () => {
    expect((await predicted(named, 'fruit-unlabelled.csv')).slice(0, 3)).toEqual(['raw', 'ripe', 'raw']);
    expect((await predicted(unnamed, 'fruit-unlabelled.csv')).slice(0, 3)).toEqual(['raw', 'ripe', 'raw']);
  });

  test('are taken by the names of their columns, whatever stands beside them', async () => {
    expect(await predicted(named, 'fruit-permuted.csv')).toEqual(fruit.target);
  });

  test('of other names are refused, with the names', async () => {
    const rows = predicted(named, 'routes.csv');
    await expect(rows).rejects.toMatchObject({
      kind: 'input',
      missing: ['weight', 'sugar', 'firmness'],
      unexpected: ['x', 'y', 'route'],
    });
  });

  test('of as many columns and one of labels go with a model that knows no names', async () => {
    expect(await predicted(unnamed, 'fruit.csv')).toEqual(fruit.target);
    await expect(predicted(unnamed, 'c400.csv')).rejects.toThrow('has 5 columns; the model takes 3');
  });

  test.each(['good.csv.gz', 'semicolon.csv'])('of %s are those that were trained on', async (name) => {
    const { data, target, featureNames: names } = parseTable(caseBytes('semicolon.csv'), { target: 'label' });
    const model = await new LogisticRegression().fit(data, target, { featureNames: names });
    expect(await predicted(model, name)).toEqual([...model.predict(data)]);
  });

  test('stop being read by the signal', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(rowSource('fruit.csv', caseBytes('fruit.csv'), named, stopped)).rejects.toThrow('enough');
  });
});

test('rows that an array stores by columns are read as rows', async () => {
  const columns = 257 * 256;
  const model = new LogisticRegression({ maxIter: 1, preconditioner: 'none' });
  await model.fit([new Float64Array(columns), new Float64Array(columns).fill(1)], [0, 1]);
  const rows = await rowSource('fortran-wide.npy', caseBytes('fortran-wide.npy'), model, signal);
  const values = Array.from(await rows.read(0, rows.rows));
  expect(values.slice(0, 4)).toEqual([0, 7, 14, 21]);
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(8_223_295);
});

test('a model’s page is told the names of its features, where it has some', () => {
  expect(modelWeights(named, 'm').featureNames).toEqual(['weight', 'sugar', 'firmness']);
  expect(modelWeights(unnamed, 'm')).not.toHaveProperty('featureNames');
});
