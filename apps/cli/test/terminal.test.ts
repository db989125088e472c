import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { confusionMatrix, formatNumpy } from 'tenfold';

import { colourDepth } from '../src/terminal/colours.js';
import { confusionText } from '../src/terminal/confusion-text.js';
import { facts } from '../src/terminal/facts.js';
import { paletteOf } from '../src/terminal/colours.js';
import { Output } from '../src/terminal/output.js';
import { safeLines } from '../src/terminal/safe-lines.js';
import { widthOf } from '../src/terminal/width.js';
import { wrap } from '../src/terminal/wrap.js';

describe('widthOf', () => {
  test.each([
    [{ isTTY: true, columns: 100 }, 100],
    [{ isTTY: true, columns: 0 }, 80],
    [{ isTTY: true, columns: 1 }, 80],
    [{ isTTY: true, columns: 5 }, 20],
    [{ isTTY: true, columns: NaN }, 80],
    [{ isTTY: true, columns: undefined }, 80],
    [{ isTTY: true, columns: 1e9 }, 1000],
    [{ isTTY: false, columns: 100 }, 80],
    [{}, 80],
  ])('%j is %i', (stream, width) => {
    expect(widthOf(stream as Partial<WriteStream>)).toBe(width);
  });
});

describe('colourDepth', () => {
  const pipe = {};
  const terminal = { isTTY: true, getColorDepth: () => 8 };

  test.each([
    [pipe, {}, 1],
    [terminal, {}, 8],
    [terminal, { FORCE_COLOR: '1' }, 4],
    [terminal, { FORCE_COLOR: '3' }, 24],
    [terminal, { FORCE_COLOR: 'true' }, 8],
    [pipe, { FORCE_COLOR: 'yes' }, 4],
    [pipe, { FORCE_COLOR: '2' }, 8],
    [terminal, { FORCE_COLOR: '0' }, 1],
    [terminal, { NO_COLOR: '0' }, 1],
  ])('%#', (stream, env, depth) => {
    expect(colourDepth(stream, env)).toBe(depth);
  });
});

describe('safeLines', () => {
  const text = 'a\tb\n\u001b[1mbold\u001b[22m\u001b[2J\u001b]0;t\u0007\r\u009b1m';

  test('leaves line ends and tabs, and colours where there are some', () => {
    expect(safeLines(text, false)).toBe(
      'a\tb\n\\u001b[1mbold\\u001b[22m\\u001b[2J\\u001b]0;t\\u0007\\r\\u009b1m',
    );
    expect(safeLines(text, true)).toBe(
      'a\tb\n\u001b[1mbold\u001b[22m\\u001b[2J\\u001b]0;t\\u0007\\r\\u009b1m',
    );
  });
});

test('facts are cleaned before they are painted, and broken by cells', () => {
  const bold = (text: string) => `<${text}>`;
  const lines = facts(
    paletteOf(1),
    [
      ['data', ['a\u001b[31m', { text: 'b\n', paint: bold }]],
      ['name', 'かな かな かな'],
    ],
    16,
  );
  expect(lines).toBe('data  a\\u001b[31m <b\\n>\nname  かな かな\n      かな');
  expect(wrap('かな かな', 8)).toBe('かな\nかな');
});

test('a confusion matrix of hundreds of classes is summed up as NumPy does', () => {
  const labels = Array.from({ length: 400 }, (_, label) => label);
  const matrix = confusionMatrix(labels, labels).to2DArray();
  const out = new Output(
    { json: false, quiet: false, progress: false },
    new PassThrough() as unknown as WriteStream,
  );
  expect(confusionText(out, matrix)).toBe(formatNumpy(matrix));
  expect(confusionText(out, matrix).split('\n')).toEqual([
    '[[1 0 0 ... 0 0 0]',
    ' [0 1 0 ... 0 0 0]',
    ' [0 0 1 ... 0 0 0]',
    ' ...',
    ' [0 0 0 ... 1 0 0]',
    ' [0 0 0 ... 0 1 0]',
    ' [0 0 0 ... 0 0 1]]',
  ]);
});
