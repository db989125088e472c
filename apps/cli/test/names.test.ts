import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseBytes } from '@tenfold/cases';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder, tenfold } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

// What a terminal obeys, what turns the direction of writing, and what cannot be seen, in all names there are.
const column = 'la\u001b[2Jbel\u202e';
const file = 'ta\u001b[31mb\u2066le\u200b.csv';
const classes = ['\u001b[31mred\u0007', 'new\nline\u009b5m', '\u202eesrever\u2028\u00ad', '<script>&amp;'];

const evil = ['--data', 'evil.csv', '--target', 'label'];
const worse = ['--data', file, '--target', column];

beforeAll(async () => {
  writeFileSync(join(cwd, 'evil.csv'), caseBytes('evil.csv'));
  const rows = Array.from({ length: 48 }, (_, row) => {
    const pixels = Array.from({ length: 4 }, (_, pixel) =>
      row % 4 === pixel ? 200 : (row * 7 + pixel) % 40,
    );
    return `"${classes[row % 4]}",${pixels.join(',')}`;
  });
  writeFileSync(join(cwd, file), `"${column}",a,"b\u001b]0;title\u0007",c,d\n${rows.join('\n')}\n`);
  await tenfold(['train', ...worse, '--save', 'model.json'], { cwd });
}, 60_000);

const model = ['--model', 'model.json'];
const calls: string[][] = [
  ['train', ...evil],
  ['train', ...worse, '--run-dir', 'ru\u001b[1mns'],
  ['evaluate', ...worse, ...model, '--report'],
  ['predict', ...worse, ...model, '--proba'],
  ['predict', ...evil],
  ['misclassified', ...worse, '--max-iter', '1', '--part', 'all'],
  ['compare', ...worse, '-o', 'pic\u202eture.svg'],
  ['datasets', ...worse],
  ['show', ...worse],
  ['show', ...worse, '-o', 'pic\u001b[2Jture.svg'],
  ['runs', '--run-dir', 'no\u001b[2Jwhere'],
  ['runs'],
  ['complete', '--', 'tr\u001b[2J'],
  ['train', '--data', file, '--target', 'no\u001b[2Jthing\u202e'],
  ['train', '--data', 'no\u001b[2J\nwhere.csv', '--target', 'a'],
  ['train', '--data', file, '--target', 'b\u001b]0;title\u0007'],
  ['evaluate', ...worse, '--model', 'no\u009b\u202ewhere.json'],
  ['no\u001b[2Jthing'],
  ['train', 'digits', '--so\u001b[2Jlver'],
  ['train', 'digits', '--solver', 'lb\u001b[2J\u202egfs'],
];

const inPlainLines = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;
// eslint-disable-next-line no-control-regex -- the sequences that set a colour
const colour = /\u001b\[[\d;]*m/g;

describe.each([
  ['in a pipe', [], {}],
  ['with colours', [], { FORCE_COLOR: '1' }],
  ['as JSON', ['--json'], {}],
])('no name hides anything or moves the cursor: %s', (_where, flags, env) => {
  test.each(calls.map((args) => ({ args })))('$args', async ({ args }) => {
    const { code, stdout, stderr } = await tenfold([...args, ...flags], { cwd, env });
    const text = stdout + stderr;
    expect(text).not.toContain('\u001b[31mred');
    expect(text).not.toContain('bug in tenfold');
    for (const line of text.replace(colour, '').split('\n')) expect(line).toMatch(inPlainLines);
    if (code === 0 && flags.length > 0 && args[0] !== 'complete') JSON.parse(stdout);
    if (code !== 0) expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});

test('a person sees what the name holds, and JSON holds the name itself', async () => {
  const { stdout } = await tenfold(['datasets', ...worse], { cwd });
  expect(stdout).toContain('\\u001b[31mred\\u0007');
  expect(stdout).toContain('new\\nline\\u009b5m');
  const json = await tenfold(['datasets', ...worse, '--json'], { cwd });
  const { classes: matched } = JSON.parse(json.stdout) as { classes: { label: string }[] };
  expect(matched.map(({ label }) => label).sort()).toEqual([...classes].sort());
});
