import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NotFittedError } from '@tenfold/errors';
import fc from 'fast-check';

import {
  formatModel,
  LogisticRegression,
  type LogisticRegressionJSON,
  MODEL_FORMAT_VERSION,
  ModelFormatError,
  modelFromJSON,
} from '../src/index.js';
import { comeUpShort, isPatienceEnough, SHORTAGES } from '@tenfold/cases/disks';

import { loadModel, ModelFileError, saveModel } from '../src/node/index.js';
import { threeGroups } from './data.js';

const { X, y } = threeGroups();
const provenance = { dataset: 'groups', split: { testSize: 0 }, libraryVersion: '0.0.0' };
let model: LogisticRegression;
let json: LogisticRegressionJSON;
let folder: string;

beforeAll(async () => {
  model = await new LogisticRegression({ classWeight: { 1: 2 }, threads: 2, C: 0.1 }).fit(
    X,
    Uint8Array.from(y),
  );
  model.provenance = provenance;
  json = model.toJSON();
  folder = await mkdtemp(join(tmpdir(), 'tenfold-model-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a model as JSON', () => {
  test('says what it is', () => {
    expect(json).toMatchObject({
      format: 'tenfold-model',
      formatVersion: 1,
      model: 'LogisticRegression',
      params: { solver: 'lbfgs', C: 0.1, classWeight: { 1: 2 }, threads: null },
      labelKind: 'Uint8Array',
      classes: [0, 1, 2],
      nFeatures: 3,
      converged: true,
      provenance,
    });
  });

  test.each([
    ['readable text', () => formatModel(json)],
    ['compact text', () => JSON.stringify(model)],
    ['a value', () => json],
  ])('comes back the same from %s', (_, form) => {
    const back = modelFromJSON(form());
    expect(back.toJSON()).toEqual(json);
    expect(back.params).toEqual({ ...model.params, threads: undefined });
    expect(back.predict(X)).toEqual(model.predict(X));
    expect(back.predictProba(X)).toEqual(model.predictProba(X));
    expect(back.intercept).toEqual(model.intercept);
    expect(back.provenance).toEqual(provenance);
  });

  test('keeps every double', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 9, maxLength: 9 }),
        (cells) => {
          const weights = cells.map((x) => (x === 0 ? 0 : x));
          const coef = [weights.slice(0, 3), weights.slice(3, 6), weights.slice(6)];
          const back = modelFromJSON(formatModel({ ...json, coef }));
          expect(back.coef.to2DArray()).toEqual(coef);
        },
      ),
    );
  });

  test('the text has a line for each row of coefficients', () => {
    const lines = formatModel(json).split('\n');
    expect(lines[0]).toBe('{');
    expect(lines).toContain('  "classes": [0,1,2],');
    const at = lines.indexOf('  "coef": [');
    for (const line of lines.slice(at + 1, at + 4)) expect(line).toMatch(/^ {4}\[[^[\]]+\],?$/);
    expect(lines[at + 4]).toBe('  ],');
  });

  test('text labels, no class weights and no provenance', async () => {
    const named = await new LogisticRegression({ solver: 'liblinear' }).fit(
      X,
      y.map((code) => ['a', 'b', 'c'][code]),
    );
    const back = modelFromJSON(JSON.stringify(named));
    expect(back.predict(X)).toEqual(named.predict(X));
    expect(back.provenance).toBeUndefined();
    expect(back.params).toEqual(named.params);
  });

  test('a new fit forgets where the old model came from', async () => {
    const again = modelFromJSON(json);
    await again.fit(X, y);
    expect(again.provenance).toBeUndefined();
  });
});

describe('what is no model', () => {
  const broken = (change: object): unknown => ({ ...json, ...change });

  test.each<[string, string, () => unknown, string]>([
    ['no JSON', 'json', () => '{"format":', 'the text is no JSON'],
    ['an empty text', 'json', () => '', 'the text is no JSON'],
    ['another JSON', 'format', () => '[1, 2]', 'not a Tenfold model'],
    ['null', 'format', () => null, 'not a Tenfold model'],
    [
      'another format',
      'format',
      () => broken({ format: 'onnx' }),
      'expected an object whose format is "tenfold-model", got "onnx"',
    ],
    ['another model', 'format', () => broken({ model: 'Tree' }), 'model: expected "LogisticRegression"'],
    ['a missing part', 'format', () => broken({ intercept: undefined }), 'intercept'],
    [
      'a parameter out of range',
      'format',
      () => broken({ params: { ...json.params, C: -1 } }),
      'C must be a number above 0',
    ],
    [
      'a solver unknown',
      'format',
      () => broken({ params: { ...json.params, solver: 'sgd' } }),
      'params.solver',
    ],
    [
      'a newer version',
      'version',
      () => broken({ formatVersion: MODEL_FORMAT_VERSION + 1 }),
      'of format version 2',
    ],
    [
      'too few rows',
      'shape',
      () => broken({ coef: json.coef.slice(1) }),
      'expected 3 rows of coef for 3 classes, got 2',
    ],
    ['a short row', 'shape', () => broken({ coef: [...json.coef.slice(1), [1]] }), 'in row 2 of coef, got 1'],
    [
      'too few intercepts',
      'shape',
      () => broken({ intercept: [1] }),
      'expected 3 entries of intercept, got 1',
    ],
    ['a class twice', 'shape', () => broken({ classes: [1, 1, 2] }), 'a class occurs twice'],
    ['a NaN weight', 'non-finite', () => broken({ coef: [[NaN, 0, 0], ...json.coef.slice(1)] }), 'coef.0.0'],
    ['an infinite weight', 'non-finite', () => broken({ intercept: [Infinity, 0, 0] }), 'intercept.0'],
    [
      'a weight written as null',
      'non-finite',
      () => JSON.stringify(broken({ intercept: [NaN, 0, 0] })),
      'intercept.0',
    ],
  ])('%s', (_, problem, make, message) => {
    const read = (): unknown => modelFromJSON(make());
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ problem, kind: 'input' }));
  });
});

describe('model files', () => {
  test('come back the same, with their provenance, and replace what was there', async () => {
    const path = join(folder, 'model.json');
    await writeFile(path, 'something else');
    await saveModel(path, model);
    expect((await loadModel(path)).toJSON()).toEqual(json);
    await saveModel(path, model, { dataset: 'other' });
    expect((await loadModel(path)).provenance).toEqual({ dataset: 'other' });
    expect(await readFile(path, 'utf8')).toBe(formatModel({ ...json, provenance: { dataset: 'other' } }));
  });

  test('say which file cannot be read, and why', async () => {
    const missing = loadModel(join(folder, 'missing.json'));
    await expect(missing).rejects.toThrow(ModelFileError);
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT', kind: 'outside' });
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'EISDIR' });
    const path = join(folder, 'text.json');
    await writeFile(path, 'no model');
    await expect(loadModel(path)).rejects.toThrow(ModelFormatError);
    await expect(loadModel(path)).rejects.toThrow(path);
  });

  test.each(SHORTAGES)('a disk that keeps %s leaves a whole model', async (shortage) => {
    const path = join(folder, 'short.json');
    await saveModel(path, model, { dataset: 'old' });
    const end = await comeUpShort(shortage);
    const saved = saveModel(path, model, { dataset: 'new' });
    const error: unknown = await saved.catch((reason: unknown) => reason).finally(end);
    if (isPatienceEnough(shortage)) expect(error).toBeUndefined();
    else {
      expect(error).toBeInstanceOf(ModelFileError);
      expect(error).toHaveProperty('code', shortage === 'full' ? 'ENOSPC' : 'SHORT_WRITE');
    }
    const dataset = isPatienceEnough(shortage) ? 'new' : 'old';
    expect((await loadModel(path)).provenance).toEqual({ dataset });
    expect((await readdir(folder)).every((name) => name.endsWith('.json'))).toBe(true);
  });

  test('say the same words for reading and for writing', async () => {
    const path = join(folder, 'no', 'model.json');
    await expect(saveModel(path, model)).rejects.toThrow(
      `cannot write the model ${path}: there is no folder ${join(folder, 'no')}; make it first`,
    );
    await expect(loadModel(path)).rejects.toThrow(
      `cannot read the model ${path}: there is no such file or folder`,
    );
    await expect(loadModel(folder)).rejects.toThrow('it is a folder, not a file');
  });

  test('a failed write leaves nothing behind, and an unfitted model nothing at all', async () => {
    const nowhere = saveModel(join(folder, 'no', 'such', 'folder.json'), model);
    await expect(nowhere).rejects.toThrow(ModelFileError);
    const path = join(folder, 'kept.json');
    await writeFile(path, 'kept');
    await expect(saveModel(path, new LogisticRegression())).rejects.toThrow(NotFittedError);
    expect(await readFile(path, 'utf8')).toBe('kept');
    expect((await readdir(folder)).every((name) => name.endsWith('.json'))).toBe(true);
  });
});
