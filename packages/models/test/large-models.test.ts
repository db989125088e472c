import { truncate, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ModelJson, ModelFormatError } from '@tenfold/base';

import { formatModel } from '../src/index.js';
import { loadModel, saveModel } from '../src/node/index.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-large-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([600 * 2 ** 20, 2 ** 31 + 1])('a file of %d bytes is refused in words', async (bytes) => {
  const path = join(folder, 'large.json');
  await writeFile(path, '');
  await truncate(path, bytes);
  const reading = loadModel(path, []);
  await expect(reading).rejects.toThrow(ModelFormatError);
  await expect(reading).rejects.toMatchObject({
    problem: 'size',
    message: `${path}: expected at most 536870888 characters of JSON, got more: fit to fewer rows or columns`,
  });
});

test('a model whose text would be longer than a string is refused, and nothing is written', async () => {
  const part = 'x'.repeat(180 * 2 ** 20);
  const model = { provenance: { a: part, b: part, c: part } } as unknown as ModelJson;
  expect(() => formatModel(model)).toThrow(expect.objectContaining({ problem: 'size' }));
  const path = join(folder, 'unwritten.json');
  await expect(saveModel(path, { toJSON: () => model })).rejects.toThrow(ModelFormatError);
  await expect(loadModel(path, [])).rejects.toMatchObject({ code: 'ENOENT' });
});
