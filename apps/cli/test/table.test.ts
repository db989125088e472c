import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';

import { paletteOf } from '../src/terminal/colours.js';
import { Output } from '../src/terminal/output.js';
import { streamTable, table } from '../src/terminal/table.js';

const colours = paletteOf(1);
const plain = { json: false, quiet: false, progress: false };

/** An output that keeps what is printed, as fast or as slowly as the stream is read. */
function outputTo(stream: PassThrough, options = plain): Output {
  return new Output(options, stream as unknown as WriteStream, new PassThrough() as unknown as WriteStream);
}

async function read(stream: PassThrough): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk as string;
  return text;
}

function* countdown(rows: number): Generator<string[]> {
  for (let row = rows; row > 0; row--) yield [String(row), row % 2 === 0 ? 'even' : 'odd'];
}

describe('table', () => {
  test('numbers to the right, wide characters two cells wide, nothing behind the last column', () => {
    const rows = [
      ['1', 'かな', 'x'],
      ['20', '😀', ''],
      ['300', 'e\u0301', 'y'],
    ];
    expect(table(colours, { head: ['row', 'class', ''], right: [0] }, rows).split('\n')).toEqual([
      'row  class',
      '  1  かな   x',
      ' 20  😀',
      '300  e\u0301      y',
    ]);
  });

  test('cleans a text before it is painted', () => {
    const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
    const lines = table(colours, { head: ['a\u001b[2J'] }, [[{ text: 'b\u001b[0m\nc', paint: red }]]);
    expect(lines).toBe('a\\u001b[2J\n\u001b[31mb\\u001b[0m\\nc\u001b[39m');
  });
});

describe('streamTable', () => {
  const options = { head: ['row', 'kind'], right: [0] };

  test('prints what table sets, however many rows there are', async () => {
    const stream = new PassThrough();
    const text = read(stream);
    const rows = { [Symbol.iterator]: () => countdown(200_000) };
    await streamTable(outputTo(stream), options, rows, new AbortController().signal);
    stream.end();
    expect(await text).toBe(`${table(colours, options, [...countdown(200_000)])}\n`);
  });

  test('waits for a reader that does not read, and stops when it is asked to', async () => {
    const stream = new PassThrough();
    const controller = new AbortController();
    let taken = 0;
    const rows = {
      *[Symbol.iterator]() {
        for (const row of countdown(200_000)) {
          taken++;
          yield row;
        }
      },
    };
    const printing = streamTable(outputTo(stream), options, rows, controller.signal);
    while (stream.writableLength === 0) await new Promise(setImmediate);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(printing).rejects.toBe(reason);
    expect(taken).toBeLessThan(210_000);
  });

  test('stops at a signal while it measures', async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    let taken = 0;
    const rows = {
      *[Symbol.iterator]() {
        for (;;) {
          taken++;
          yield ['x'];
        }
      },
    };
    const printing = streamTable(outputTo(new PassThrough()), { head: ['x'] }, rows, controller.signal);
    await expect(printing).rejects.toThrow('aborted');
    expect(taken).toBeLessThan(20_000);
  });

  test('prints nothing with --json', async () => {
    const stream = new PassThrough();
    const out = outputTo(stream, { ...plain, json: true });
    await streamTable(out, options, countdown(3), new AbortController().signal);
    expect(stream.readableLength).toBe(0);
  });
});

describe('the JSON object', () => {
  async function printed(value: object): Promise<string> {
    const stream = new PassThrough();
    const text = read(stream);
    const out = outputTo(stream, { ...plain, json: true });
    out.result(value);
    await out.finish(new AbortController().signal);
    stream.end();
    return text;
  }

  test.each([
    { a: [1, 0.1, -0, 1e21, null, 'x'], b: { c: true, d: undefined } },
    Array.from({ length: 50_000 }, (_, row) => row / 7),
    { text: '"quoted" \\ ü 😀 \n' },
  ])('is the bytes that JSON.stringify gives', async (value) => {
    expect(await printed(value)).toBe(`${JSON.stringify(value)}\n`);
  });

  test('escapes what a terminal obeys, and holds the same value', async () => {
    const value = { '\u202e\u009b': '\u001b[31m\u2066\u200b\ud800\u007f' };
    const text = await printed(value);
    expect(text).toMatch(/^[\x20-\x7e]+\n$/);
    expect(JSON.parse(text)).toEqual(value);
  });
});
