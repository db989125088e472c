import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeUpShort, isPatienceEnough, SHORTAGES } from '@tenfold/cases/disks';
import { LogisticRegression } from '@tenfold/linear-model';

import { loadModel, ModelFileError, saveModel } from '../src/node/index.js';
import { threeGroups } from './data.js';

let model: LogisticRegression;
let folder: string;

beforeAll(async () => {
  const { X, y } = threeGroups();
  model = await new LogisticRegression({ C: 0.1 }).fit(X, y);
  folder = await mkdtemp(join(tmpdir(), 'tenfold-model-'));
});
afterAll(() => rm(folder, { recursive: true }));

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
  expect((await loadModel(path, [LogisticRegression])).provenance).toEqual({ dataset });
  expect((await readdir(folder)).every((name) => name.endsWith('.json'))).toBe(true);
});
