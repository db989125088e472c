import { describe, expect, test } from '@jest/globals';
import { createNpy } from '@tenfold/arrays';
import { caseBytes } from '@tenfold/cases';
import { parseTable } from '@tenfold/datasets';
import type { AnyClassifier } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';
import { strToU8, zipSync } from 'fflate';

import { modelForm } from '../src/host/models/model-form.js';
import { predictRows } from '../src/host/predict/predict-rows.js';
import { tableOf } from '../src/host/predict/predicted-table.js';
import { rowSource } from '../src/host/predict/row-source.js';
import { predictValues } from '../src/worker/predict.js';

/** A list of text as NumPy writes it: elements of one length, four bytes a character. */
function textArray(texts: readonly string[]): Uint8Array {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 1);
  const codes = new Uint32Array(texts.length * longest);
  texts.forEach((text, i) =>
    codes.set(
      Array.from(text, (character) => character.charCodeAt(0)),
      i * longest,
    ),
  );
  const header = `{'descr': '<U${longest}', 'fortran_order': False, 'shape': (${texts.length},), }`;
  const padded = `${header.padEnd(117)}\n`;
  const start = Uint8Array.of(0x93, ...strToU8('NUMPY'), 1, 0, padded.length, 0, ...strToU8(padded));
  const file = new Uint8Array(start.length + codes.byteLength);
  file.set(start);
  file.set(new Uint8Array(codes.buffer), start.length);
  return file;
}

const { signal } = new AbortController();
const fruit = parseTable(caseBytes('fruit.csv'), { target: 'state' });
const { featureNames } = fruit;
const named = await new LogisticRegression({ C: 100 }).fit(fruit.data, fruit.target, { featureNames });
const unnamed = await new LogisticRegression({ C: 100 }).fit(fruit.data, fruit.target);

async function predicted(model: AnyClassifier, name: string, bytes = caseBytes(name)) {
  const rows = await rowSource(name, bytes, model, signal);
  const predict = (block: Parameters<typeof predictValues>[1]) => predictValues(model, block, signal);
  const said = await predictRows(predict, rows, model.nFeatures, signal);
  const table = tableOf(model.classes, said, rows.rows);
  return Array.from(table.predicted, (code) => model.classes[code]);
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

describe('rows of an archive', () => {
  /** The table's rows with its columns the other way round, beside their names. */
  const width = featureNames.length;
  const turned = Float64Array.from({ length: fruit.data.rows * width }, (_, i) =>
    fruit.data.get(Math.floor(i / width), width - 1 - (i % width)),
  );
  const archive = (names: readonly string[], values = turned, columns = width): Uint8Array =>
    zipSync({
      'X.npy': createNpy(values, [values.length / columns, columns]),
      'feature_names.npy': textArray(names),
    });
  const reversed = [...featureNames].reverse();

  test('are taken by the names of their columns', async () => {
    expect(await predicted(named, 'fruit.npz', archive(reversed))).toEqual(fruit.target);
  });

  test('are taken as they stand by a model that knows no names', async () => {
    expect(await predicted(unnamed, 'fruit.npz', archive(reversed))).not.toEqual(fruit.target);
    const plain = Float64Array.from(fruit.data.to1DArray());
    expect(await predicted(unnamed, 'fruit.npz', archive(reversed, plain))).toEqual(fruit.target);
  });

  test('of other names are refused, with the names', async () => {
    const others = [...reversed.slice(0, -1), 'colour'];
    await expect(predicted(named, 'fruit.npz', archive(others))).rejects.toMatchObject({
      name: 'FeatureNamesError',
      missing: [featureNames[0]],
      unexpected: ['colour'],
    });
    const wider = archive([...featureNames, 'colour'], new Float64Array(2 * (width + 1)), width + 1);
    await expect(predicted(named, 'fruit.npz', wider)).rejects.toMatchObject({
      missing: [],
      unexpected: ['colour'],
    });
  });

  test('whose names are not one for each column go by position, and that is said', async () => {
    const values = Float64Array.from(fruit.data.to1DArray());
    for (const names of [featureNames.slice(1), featureNames.map(() => 'weight')]) {
      const rows = await rowSource('fruit.npz', archive(names, values), named, signal);
      expect(rows.warnings).toEqual([expect.stringMatching(/^feature_names .*position$/)]);
      expect(Array.from(await rows.read(0, rows.rows))).toEqual([...values]);
    }
  });
});

test.each([
  ['behind each pixel', [3, 2, 2, 3], (pixel: number, colour: number) => pixel * 3 + colour],
  ['before the image', [3, 3, 2, 2], (pixel: number, colour: number) => colour * 4 + pixel],
])('images with their colours %s are predicted as grey ones', async (_, shape, place) => {
  const model = await new LogisticRegression().fit([new Array(4).fill(0), new Array(4).fill(255)], [0, 1]);
  const bytes = new Uint8Array(36);
  for (let image = 0; image < 3; image++)
    for (let pixel = 0; pixel < 4; pixel++)
      for (let colour = 0; colour < 3; colour++)
        bytes[image * 12 + place(pixel, colour)] = image === 1 ? 250 : 10;
  expect(await predicted(model, 'colours.npy', createNpy(bytes, shape))).toEqual([0, 1, 0]);
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

test('a model’s page gets the names of its features, where it has some', () => {
  expect(modelForm(named, 'm').featureNames).toEqual(['weight', 'sugar', 'firmness']);
  expect(modelForm(unnamed, 'm')).not.toHaveProperty('featureNames');
});

describe('the table of predictions', () => {
  const classes = ['raw', 'ripe'];
  const top = Uint16Array.of(1, 0, 0, 1);

  test('has the two most probable classes, and labels where there are such', () => {
    const probabilities = Float32Array.of(0.75, 0.25, 1, 0);
    const table = tableOf(classes, { top, probabilities }, 2, Uint16Array.of(1, 65_535));
    expect(table.rows(5)).toEqual([
      ['index', 'predicted', 'probability', 'second', 'probability of second', 'actual'],
      [0, 'ripe', 0.75, 'raw', 0.25, 'ripe'],
      [1, 'raw', 1, 'ripe', 0, ''],
    ]);
    expect(table.rows(1)).toHaveLength(2);
  });

  test('has only what a model says: one class, or no probabilities', () => {
    const one = tableOf(['only'], { top: Uint16Array.of(0), probabilities: Float32Array.of(1) }, 1);
    expect(one.rows(1)[1]).toEqual([0, 'only', 1]);
    const none = tableOf(classes, { top: Uint16Array.of(1), probabilities: null }, 1);
    expect(none.rows(1)).toEqual([
      ['index', 'predicted'],
      [0, 'ripe'],
    ]);
  });
});

test('many rows are predicted a few at a time, and the signal ends it', async () => {
  const stop = new AbortController();
  const counts: number[] = [];
  const source = {
    rows: 3 * 2 ** 20,
    warnings: [],
    read: (_: number, count: number) => Promise.resolve(new Uint8Array(count)),
  };
  const said = predictRows(
    ({ count }) => {
      counts.push(count);
      if (counts.length === 2) stop.abort(new Error('enough'));
      return Promise.resolve({ classes: [0], top: new Uint16Array(count), probabilities: null });
    },
    source,
    1,
    stop.signal,
  );
  await expect(said).rejects.toThrow('enough');
  expect(counts).toEqual([2 ** 20, 2 ** 20]);
});
