import { describe, expect, test } from '@jest/globals';
import { findClassifier } from '@tenfold/catalogue';
import { LogisticRegression } from '@tenfold/linear-model';
import { loadDigits } from 'tenfold';
import * as v from 'valibot';

import { modelContent } from '../../src/host/editors/model/model-content.js';
import { describeValue } from '../../src/host/editors/model/model-facts.js';
import { BrokenModelError, LARGEST_MODEL, parseModelFile } from '../../src/host/models/parse-model-file.js';
import { modelFileContent } from '../../src/protocol/webviews/model.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const { data, target } = loadDigits();
const model = await new LogisticRegression({ maxIter: 20 }).fit(data, target);
model.provenance = { dataset: 'digits', split: { testSize: 0.25 }, note: '<b>\u202Egnp' };
const text = JSON.stringify(model.toJSON());

/** What a page is sent for a file, as the channel lets it through. */
const shown = (bytes: Uint8Array) => v.parse(modelFileContent, modelContent('m.tenfold.json', bytes));

test('a model’s file is shown with its weights, parameters and provenance', () => {
  const content = shown(utf8(text));
  if (content.kind !== 'model') throw new Error(content.reason);
  expect(content.weights?.coef).toEqual(Float64Array.from(model.coef.to1DArray()));
  expect(content.form).toMatchObject({
    shape: [8, 8],
    nFeatures: 64,
    maximum: 16,
    isMaximumKnown: true,
    views: ['linear-weights'],
  });
  expect(content).toMatchObject({ estimator: 'LogisticRegression', fit: { converged: model.converged } });
  expect(content.params).toContainEqual({ name: 'maxIter', value: '20' });
  expect(content.provenance).toContainEqual({ name: 'split.testSize', value: '0.25' });
  expect(content.size).toBe(utf8(text).length);
});

test('a file of format version 1 is shown as its model is', () => {
  const json = model.toJSON();
  const { converged, objective } = model;
  const former = {
    format: 'tenfold-model',
    formatVersion: 1,
    model: 'LogisticRegression',
    params: { ...json.estimator.params, threads: null },
    labelKind: json.labels?.kind,
    classes: json.labels?.classes,
    nFeatures: 64,
    nIter: model.nIter,
    converged,
    objective,
    intercept: [...model.intercept],
    coef: model.coef.to2DArray(),
    provenance: model.provenance,
  };
  const content = shown(utf8(JSON.stringify(former)));
  expect({ ...content, size: 0 }).toEqual({ ...shown(utf8(text)), size: 0 });
});

test('a model without weights and iterations is shown with what it has', async () => {
  const neighbours = new (findClassifier('knn'))({ nNeighbors: 3 });
  await neighbours.fit(data, target);
  const content = shown(utf8(JSON.stringify(neighbours.toJSON())));
  expect(content).toMatchObject({
    kind: 'model',
    estimator: 'KNeighborsClassifier',
    summary: neighbours.definition.summary,
    weights: null,
    fit: null,
    form: { shape: [8, 8], isMaximumKnown: false, views: ['neighbors'] },
  });
  if (content.kind !== 'model') throw new Error(content.reason);
  expect(content.params).toContainEqual({ name: 'nNeighbors', value: '3' });
});

describe('a file that is no model says so, in a sentence with its name:', () => {
  const changed = (change: (json: Record<string, unknown>) => void): string => {
    const json = JSON.parse(text) as Record<string, unknown>;
    change(json);
    return JSON.stringify(json);
  };
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /no JSON/],
    ['a cut file', text.slice(0, 5000), /no JSON/],
    ['another JSON', '{"hello": "world"}', /no model that can be read/],
    ['a list', '[1, 2]', /no model/],
    ['no text', Uint8Array.of(0xff, 0xfe, 0x00), /no text in UTF-8/],
    ['deep nesting', '['.repeat(200_000), /nested too deep|no JSON/],
    ['a later format', changed((json) => (json.formatVersion = 99)), /99/],
    ['an unknown classifier', text.replace('LogisticRegression', 'Oracle'), /got one of "Oracle"/],
    ['too few weights', text.replace('"shape":[10,64]', '"shape":[9,64]'), /coef: expected 576 elements/],
    [
      'weights that are no numbers',
      text.replace(/"shape":\[10,64\],"data":\[[^,]+/, '"shape":[10,64],"data":["x"'),
      /coef/,
    ],
  ])('%s', (_, content, reason) => {
    const bytes = typeof content === 'string' ? utf8(content) : content;
    const said = shown(bytes);
    if (said.kind !== 'broken') throw new Error('it was taken for a model');
    expect(said.reason).toMatch(/^m\.tenfold\.json /);
    expect(said.reason).toMatch(reason);
    expect(said.reason.length).toBeLessThan(320);
  });

  test('more bytes than a model has', () => {
    expect(() => parseModelFile('m', new Uint8Array(LARGEST_MODEL + 1))).toThrow(BrokenModelError);
  });
});

test('a file cannot reach the prototypes of objects', () => {
  const harmful = text.replace(
    /^\{/,
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  );
  modelContent('m', utf8(harmful));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('values of files are shown short, whatever they are', () => {
  expect(describeValue('x'.repeat(1000))).toHaveLength(301);
  expect(describeValue(null)).toBe('none');
  expect(describeValue({ a: [1, 2] })).toBe('{"a":[1,2]}');
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(describeValue(deep).length).toBeLessThan(302);
});
