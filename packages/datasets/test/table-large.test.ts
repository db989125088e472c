import { expect, test } from '@jest/globals';

import { readTable } from '../src/index.js';

/** `TABLE_ROWS=10000000 pnpm --filter @tenfold/datasets test test/table-large` reads ten million. */
const ROWS = Number(process.env.TABLE_ROWS ?? 50_000);
const KINDS = ['setosa', 'versicolor', 'virginica'];
const CHUNK = 1 << 16;

/** A table of four features and a label; the same for the same kind of values. */
async function* generated(value: (i: number) => number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = 'a,b,c,d,label\n';
  for (let i = 0; i < ROWS; i++) {
    text += `${value(i)},${value(i + 1)},${value(i + 2)},${value(i + 3)},${KINDS[i % 3]}\n`;
    if (text.length < CHUNK) continue;
    yield await Promise.resolve(encoder.encode(text));
    text = '';
  }
  yield encoder.encode(text);
}

test.each([
  ['bytes', (i: number) => (i * 7919) % 256, 24],
  ['doubles', (i: number) => ((i * 7919) % 1_000_003) / 100, 88],
])(
  '%s: any number of rows by stream, with a fixed memory a row',
  async (_, value, perRow) => {
    const maxBytes = ROWS * perRow + 300_000;
    const { data, target, targetNames } = await readTable(generated(value), { target: 'label', maxBytes });
    expect([data.rows, data.columns, target.length, targetNames]).toEqual([ROWS, 4, ROWS, KINDS]);
    const last = ROWS - 1;
    expect(data.getRow(last)).toEqual([last, last + 1, last + 2, last + 3].map(value));
    expect(target[last]).toBe(KINDS[last % 3]);
  },
  600_000,
);
