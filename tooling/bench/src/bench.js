import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { format, resolveConfig } from 'prettier';
import writeFileAtomic from 'write-file-atomic';

import { readRecord } from './install.js';
import { Lab } from './lab.js';
import { describeMachine } from './machine.js';
import { replaceGenerated, resultsAsMarkdown } from './markdown.js';
import { parseBench } from './options.js';
import { page, root } from './paths.js';
import { merge, readResults, writeResults } from './results.js';
import { rows } from './rows.js';
import { summary, tableHead, tableLine } from './table.js';

try {
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

async function bench(args) {
  const options = parseBench(args, [...rows.keys()]);
  if (options.list) {
    for (const [name, { about }] of rows) console.log(`${name.padEnd(18)}${about}`);
    return 0;
  }
  const record = readRecord(options.cache);
  if (record === undefined)
    console.log('The peers are not there: `pnpm bench:setup` gets them. Ours alone:\n');
  const machine = await describeMachine({ cache: options.cache, record });
  for (const [what, which] of Object.entries(machine)) console.log(`${what.padEnd(24)}${which}`);
  console.log(`\n${tableHead()}`);
  const measured = [...rows.keys()].filter(
    (name) => options.only.length === 0 || options.only.includes(name),
  );
  const lab = new Lab({
    ...options,
    record,
    machine,
    onLine: (line) => say(tableLine(line)),
    onProgress: progress,
  });
  const { lines, failures } = lab;
  for (const [i, name] of measured.entries()) {
    await measure(lab, name);
    // Kept row by row, so that a run that is cut short has not been for nothing.
    const done = measured.slice(0, i + 1);
    await keep({ format: 1, quick: options.quick, machine, lines, failures }, done, options);
  }
  progress('');
  console.log(`\n${summary(lines)}`);
  console.log(resolve(root, options.out));
  if (options.write) console.log(page);
  return failures.some(({ ours }) => ours) ? 1 : 0;
}

async function measure(lab, name) {
  lab.row = name;
  try {
    await rows.get(name).measure(lab);
  } catch (error) {
    lab.failures.push({ row: name, name: 'the row', reason: error.message, ours: true });
  }
  for (const { row, name: who, reason, ours } of lab.failures) {
    if (row === name && ours) say(`${row}: ${who}: ${reason}`);
  }
}

async function keep(now, measured, { out, write }) {
  const file = resolve(root, out);
  const results = merge(now, readResults(file), measured, [...rows.keys()]);
  await writeResults(file, results);
  if (!write) return;
  const text = replaceGenerated(readFileSync(page, 'utf8'), resultsAsMarkdown(results));
  const style = (await resolveConfig(page)) ?? {};
  await writeFileAtomic(page, await format(text, { ...style, parser: 'markdown' }));
}

function say(text) {
  progress('');
  console.log(text);
}

/** One changing line, where there is a terminal. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text.slice(0, process.stderr.columns - 1)}`);
}
