import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';

import { parseTable, parseTableAsync, readTable, type TableOptions, TableSizeError } from '../src/index.js';
import { LineEnds } from '../src/table/line-ends.js';
import { RowSplitter } from '../src/table/split-rows.js';
import { emptyFolder, fileWith, rejection } from './helpers/files.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Chunks in one buffer that is used over and over, as files give them. */
async function* chunks(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(parts.reduce((most, { length }) => Math.max(most, length), 0));
  for (const part of parts) {
    await Promise.resolve();
    buffer.set(part);
    yield buffer.subarray(0, part.length);
    buffer.fill(0);
  }
}

const tricky =
  '\uFEFF"größe, ""cm""",b,art\r\n1,2,"ein\r\nPaar"\r3,4,😀\n\n5.5,6,"雪" \n"7",8,"a ""b"""\r\n,,\r\n';

describe('chunks', () => {
  test('a border anywhere changes nothing', async () => {
    const whole = parseTable(tricky, { target: 'art' });
    expect(whole.target).toEqual(['ein\nPaar', '😀', '雪', 'a "b"']);
    const bytes = bytesOf(tricky);
    for (let at = 0; at <= bytes.length; at++) {
      const parts = chunks(bytes.subarray(0, at), bytes.subarray(at));
      expect(await parseTableAsync(parts, { target: 'art' })).toEqual(whole);
    }
    const single = chunks(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(await parseTableAsync(single, { target: 'art' })).toEqual(whole);
    expect(parseTable(bytes, { target: 'art' })).toEqual(whole);
  });

  test('rows are cut alike wherever the text is, with their lines', () => {
    const cell = fc.stringMatching(/^[a"\n, é]{0,6}$/);
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        (data, newline, size) => {
          const text = Papa.unparse(data, { newline, quotes: true });
          const found: { cells: string[]; line: number }[] = [];
          const splitter = new RowSplitter(',', 'x', (cells, line) => found.push({ cells, line }), 1);
          const ends = new LineEnds();
          for (let at = 0; at < text.length; at += size) splitter.push(ends.take(text.slice(at, at + size)));
          splitter.push(ends.end());
          splitter.end();
          let line = 1;
          const expected = data.map((cells) => {
            const row = { cells, line };
            line += 1 + cells.join('').split('\n').length - 1;
            return row;
          });
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  test.each([',', ';', '\t', '|'])(
    'a table that papaparse writes with %j is read back, its delimiter found',
    (delimiter) => {
      const label = fc.stringMatching(/^[a-z",;|\t\n😀 ]{1,5}$/u).filter((text) => text.trim() !== '');
      const number = fc.double({ noNaN: true, noDefaultInfinity: true });
      const row = fc.tuple(number, label, fc.integer({ min: 0, max: 255 }));
      fc.assert(
        fc.property(
          fc.array(row, { minLength: 2, maxLength: 20 }),
          fc.constantFrom('\n', '\r\n'),
          (rows, newline) => {
            const text = Papa.unparse([['a', 'kind', 'b'], ...rows], { delimiter, newline });
            const table = parseTable(text, { target: 'kind', labelType: 'text', missing: [''] });
            expect(table.data.to2DArray()).toEqual(rows.map(([a, , b]) => [a + 0, b]));
            expect(table.target).toEqual(rows.map(([, kind]) => kind));
            expect(table.targetNames).toHaveLength(new Set(rows.map(([, kind]) => kind)).size);
          },
        ),
      );
    },
  );

  test('a quoted cell that does not end is an error with the line where it begins, also after long rows', async () => {
    const text = `a,kind\n${'1,x\n'.repeat(50_000)}2,"y\n${'3,z\n'.repeat(50_000)}`;
    const error = await rejection(parseTableAsync(text, { target: 'kind' }));
    expect(error).toMatchObject({ problem: 'quotes', line: 50_002 });
  });

  test('lines are counted over pieces in every error', async () => {
    const start = `a,kind\r\n${'1,x\r\n'.repeat(70_000)}`;
    const cases = [
      [bytesOf(`${start}oops,x\r\n`), 'text'],
      [Buffer.concat([bytesOf(start), Buffer.from('1,\xff\r\n', 'latin1')]), 'encoding'],
      [bytesOf(`${start}1,\0\r\n`), 'encoding'],
      [bytesOf(`${start}1\r\n`), 'ragged'],
      [bytesOf(`${start}1,\r\n`), 'missing-label'],
    ] as const;
    for (const [bytes, problem] of cases) {
      expect(await rejection(parseTableAsync(bytes, { target: 'kind' }))).toMatchObject({
        problem,
        line: 70_002,
      });
    }
  });
});

describe('readTable of a stream', () => {
  const text = 'a,kind\n1,x\n2,y\n';
  const expected = parseTable(text, { target: 'kind' });

  test('takes what a stream gives, gzipped or not', async () => {
    for (const bytes of [
      bytesOf(text),
      gzipSync(text),
      Buffer.concat([gzipSync('a,kind\n1'), gzipSync(',x\n2,y\n')]),
    ]) {
      expect(await readTable(Readable.from([bytes]), { target: 'kind' })).toEqual(expected);
      const single = chunks(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
      expect(await readTable(single, { target: 'kind' })).toEqual(expected);
      expect(await parseTableAsync(bytes, { target: 'kind' })).toEqual(expected);
      expect((await readTable(await fileWith(bytes), { target: 'kind' })).target).toEqual(expected.target);
    }
  });

  test('says that gzip data is cut off or damaged', async () => {
    const packed = gzipSync(
      `a,kind\n${Array.from({ length: 500 }, (_, i) => `${(i * 7919) % 1000},x\n`).join('')}`,
    );
    const damaged = Uint8Array.from(packed);
    damaged.fill(0xff, 30, 60);
    const reads = [
      async (bytes: Uint8Array) => readTable(await fileWith(bytes), { target: 'kind' }),
      (bytes: Uint8Array) => readTable(Readable.from([bytes]), { target: 'kind' }),
      (bytes: Uint8Array) => parseTableAsync(bytes, { target: 'kind' }),
    ];
    const wrongSum = Uint8Array.from(packed);
    wrongSum[packed.length - 6] ^= 1;
    for (const bytes of [packed.subarray(0, -200), packed.subarray(0, -3), damaged, wrongSum]) {
      for (const read of reads) {
        const error = await rejection(read(bytes));
        expect(error).toMatchObject({ problem: 'gzip' });
        expect((error as Error).message).toContain('damaged or cut off');
      }
    }
    expect(() => parseTable(packed)).toThrow('it is gzipped');
  });

  test('passes on what the stream itself fails with', async () => {
    async function* failing(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes);
      throw new Error('the line is cut');
    }
    for (const bytes of [bytesOf(text), gzipSync(text).subarray(0, 20)]) {
      expect(await rejection(readTable(failing(bytes)))).toMatchObject({ message: 'the line is cut' });
    }
  });

  (process.platform === 'win32' ? test.skip : test)('takes a named pipe', async () => {
    const path = join(await emptyFolder(), 'pipe');
    await promisify(execFile)('mkfifo', [path]);
    const [table] = await Promise.all([readTable(path, { target: 'kind' }), writeFile(path, gzipSync(text))]);
    expect(table.target).toEqual(['x', 'y']);
  });

  (process.platform === 'win32' ? test.skip : test)(
    'stops waiting for a pipe’s writer when it is aborted',
    async () => {
      const path = join(await emptyFolder(), 'lonely');
      await promisify(execFile)('mkfifo', [path]);
      const stop = new AbortController();
      const reason = new Error('enough');
      setTimeout(() => {
        stop.abort(reason);
      }, 100);
      expect(await rejection(readTable(path, { target: 'kind', signal: stop.signal }))).toBe(reason);
    },
  );
});

describe('signal', () => {
  const options = (signal: AbortSignal): TableOptions => ({ target: 'kind', signal });

  test('no chunk is asked for after it', async () => {
    const abort = new AbortController();
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield bytesOf('a,kind\n');
      for (;;) {
        await Promise.resolve();
        if (++given === 5) abort.abort(new Error('enough'));
        yield bytesOf('1,x\n'.repeat(1000));
      }
    }
    expect(await rejection(parseTableAsync(endless(), options(abort.signal)))).toMatchObject({
      message: 'enough',
    });
    expect(given).toBe(5);
  });

  test('stops the waiting for a chunk', async () => {
    const abort = new AbortController();
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
    const reading = rejection(parseTableAsync(silent, options(abort.signal)));
    abort.abort(new Error('enough'));
    expect(await reading).toMatchObject({ message: 'enough' });
  });

  test('stops the reading of what is in memory, packed or not', async () => {
    const text = `a,kind\n${'1,x\n'.repeat(500_000)}`;
    for (const table of [text, bytesOf(text), gzipSync(text)]) {
      const abort = new AbortController();
      setImmediate(() => {
        abort.abort(new Error('enough'));
      });
      expect(await rejection(parseTableAsync(table, options(abort.signal)))).toMatchObject({
        message: 'enough',
      });
    }
  });

  test('stops the reading before it begins', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    expect(await rejection(readTable('/none.csv', options(signal)))).toMatchObject({ message: 'enough' });
  });
});

describe('memory', () => {
  const rows = 60_000;
  const line = (i: number, value: number | string): string =>
    `${i % 256},${value},class of many letters ${i % 3}\n`;
  const table = (value: (i: number) => number | string): string =>
    `a,b,kind\n${Array.from({ length: rows }, (_, i) => line(i, value(i))).join('')}`;

  test.each([
    ['bytes', (i: number) => i % 7, 2],
    ['doubles', (i: number) => (i % 7) + 0.5, 16],
    ['bytes at first', (i: number) => (i < rows - 2 ? 1 : -1), 16],
  ])(
    '%s: two copies of the values, a byte and a pointer for the label, and some slack',
    async (_, value, width) => {
      const text = table(value);
      const needed = rows * (3.2 * width + 11) + 200_000;
      const { data, target } = await parseTableAsync(text, { target: 'kind', maxBytes: needed });
      expect(data).toMatchObject({ rows, columns: 2, data: { byteLength: rows * width } });
      expect(new Set<unknown>(target).size).toBe(3);
      const error = await rejection(parseTableAsync(text, { target: 'kind', maxBytes: rows * width }));
      expect(error).toBeInstanceOf(TableSizeError);
      const refusal = error as TableSizeError;
      expect(refusal).toMatchObject({ problem: 'too-large', maxBytes: rows * width });
      expect(refusal.bytes).toBeGreaterThan(refusal.maxBytes);
      expect(refusal.rows).toBeGreaterThan(0);
      expect(refusal.message).toContain(`after ${refusal.rows} rows`);
    },
  );

  test('texts that differ from row to row are counted', async () => {
    const text = table(() => 1).replace(/class/g, () => `${Math.floor(1e15 / 7)} class`);
    expect(
      (await parseTableAsync(text, { keep: ['kind'], maxBytes: rows * 200 })).kept[0].values,
    ).toHaveLength(rows);
    expect(await rejection(parseTableAsync(text, { keep: ['kind'], maxBytes: rows * 60 }))).toBeInstanceOf(
      TableSizeError,
    );
  });
});
