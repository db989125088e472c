import { describe, expect, test } from '@jest/globals';

import { pythonEnvironment } from '../src/environment.js';
import { decodeAnswer, encode } from '../src/protocol.js';

describe('the protocol', () => {
  test('is a JSON value a line', () => {
    expect(encode({ id: 1, do: 'run', task: { text: 'two\nlines' } })).toBe(
      '{"id":1,"do":"run","task":{"text":"two\\nlines"}}\n',
    );
  });

  test('has two kinds of answers', () => {
    expect(decodeAnswer('{"id":1,"ok":true,"seconds":0.5}')).toEqual({
      id: 1,
      ok: true,
      seconds: 0.5,
      extras: {},
    });
    expect(decodeAnswer('{"id":2,"ok":false,"reason":"no"}')).toEqual({ id: 2, ok: false, reason: 'no' });
  });

  test.each([
    'Hi, this is a library',
    'null',
    '{"id":1}',
    '{"id":"1","ok":true}',
    '{"id":1,"ok":true,"seconds":-1}',
    '{"id":1,"ok":true,"seconds":"fast"}',
    '{"id":1,"ok":false}',
  ])('%s is none', (line) => {
    expect(() => decodeAnswer(line)).toThrow(`not an answer: ${line}`);
  });
});

test('Python does not get a kernel of OpenBLAS forced upon it', () => {
  const environment = { PATH: '/bin', OPENBLAS_CORETYPE: 'Haswell', OPENBLAS_L2_SIZE: '512' };
  expect(pythonEnvironment(environment)).toMatchObject({ PATH: '/bin' });
  expect(Object.keys(pythonEnvironment(environment)).filter((name) => name.startsWith('OPENBLAS'))).toEqual(
    [],
  );
});
