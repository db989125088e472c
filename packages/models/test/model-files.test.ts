import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ModelFormatError, type ModelJson } from '@tenfold/base';
import { NotFittedError } from '@tenfold/core';
import { LogisticRegression } from '@tenfold/linear-model';

import { formatModel } from '../src/index.js';
import { loadModel, ModelFileError, saveModel } from '../src/node/index.js';
import { threeGroups } from './data.js';

const { X, y } = threeGroups();
const classes = [LogisticRegression];
let model: LogisticRegression;
let json: ModelJson;
let folder: string;

beforeAll(async () => {
  model = await new LogisticRegression({ C: 0.1 }).fit(X, Uint8Array.from(y));
  model.provenance = { dataset: 'groups' };
  json = model.toJSON();
  folder = await mkdtemp(join(tmpdir(), 'tenfold-model-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('model files', () => {
  test('are read as they were written, with their provenance, and replace the old file', async () => {
    const path = join(folder, 'model.json');
    await writeFile(path, 'something else');
    await saveModel(path, model);
    const back: LogisticRegression = await loadModel(path, classes);
    expect(back.toJSON()).toEqual(json);
    await saveModel(path, model, { dataset: 'other' });
    expect((await loadModel(path, classes)).provenance).toEqual({ dataset: 'other' });
    expect(await readFile(path, 'utf8')).toBe(formatModel({ ...json, provenance: { dataset: 'other' } }));
    expect(model.provenance).toEqual({ dataset: 'groups' });
  });

  test('say which file cannot be read, and why', async () => {
    const missing = loadModel(join(folder, 'missing.json'), classes);
    await expect(missing).rejects.toThrow(ModelFileError);
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT', kind: 'outside' });
    await expect(loadModel(folder, classes)).rejects.toMatchObject({ code: 'EISDIR' });
    const path = join(folder, 'text.json');
    await writeFile(path, 'no model');
    await expect(loadModel(path, classes)).rejects.toThrow(ModelFormatError);
    await expect(loadModel(path, classes)).rejects.toThrow(path);
    await expect(loadModel(path, classes)).rejects.toMatchObject({ problem: 'json' });
  });

  test('of no class that was expected say so, with their path', async () => {
    const path = join(folder, 'model-of-trees.json');
    await writeFile(path, formatModel({ ...json, estimator: { ...json.estimator, name: 'Tree' } }));
    await expect(loadModel(path, classes)).rejects.toMatchObject({
      problem: 'estimator',
      message: `${path}: expected a model of LogisticRegression, got one of "Tree"`,
    });
  });

  test('say the same words for reading and for writing', async () => {
    const path = join(folder, 'no', 'model.json');
    await expect(saveModel(path, model)).rejects.toThrow(
      `cannot write the model ${path}: there is no folder ${join(folder, 'no')}; make it first`,
    );
    await expect(loadModel(path, classes)).rejects.toThrow(
      `cannot read the model ${path}: there is no such file or folder`,
    );
    await expect(loadModel(folder, classes)).rejects.toThrow('it is a folder, not a file');
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
