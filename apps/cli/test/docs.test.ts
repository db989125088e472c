import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Option } from 'commander';
import { readFileSync } from 'node:fs';

import { buildProgram } from '../src/cli.js';
import { commands } from '../src/commands/index.js';
import { loadDefinitions } from '../src/options/definitions.js';

const docs = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

/** Flags of other programs, and those that commander answers itself. */
const OTHERS = ['--global', '--help', '--version'];

/** Each flag that the help shows, of all commands. */
const shown = new Map<string, Option[]>();

/** Flags of hyper-parameters that `tenfold estimators` shows, and the help does not. */
const hidden = new Set<string>();

/** Each flag, of all commands. */
const all = new Map<string, Option[]>();

beforeAll(async () => {
  await loadDefinitions();
  for (const command of buildProgram(new AbortController().signal).commands) {
    for (const option of command.options) {
      if (option.long === undefined) continue;
      all.set(option.long, [...(all.get(option.long) ?? []), option]);
      if (option.hidden) hidden.add(option.long);
      else shown.set(option.long, [...(shown.get(option.long) ?? []), option]);
    }
  }
});

describe('docs/cli.md', () => {
  test('has a section for each command, with its arguments', () => {
    const sections = [...docs.matchAll(/^### `tenfold (.+)`$/gm)].map(([, usage]) => usage);
    const usages = commands.filter(({ hidden }) => hidden !== true).map(({ usage }) => usage);
    expect(sections.sort()).toEqual(usages.sort());
  });

  test('names the flags of the help and no other', () => {
    const named = new Set([...docs.matchAll(/(?<![\w-])--[a-zA-Z][\w-]*/g)].map(([flag]) => flag));
    for (const flag of OTHERS) named.delete(flag);
    for (const flag of hidden) named.delete(flag);
    expect([...named].sort()).toEqual([...shown.keys()].sort());
  });

  test('gives short flags, what they take and defaults as the help does', () => {
    const rows = [...docs.matchAll(/^\| (`-.+?`) +\| (.*?) +\| .* \|$/gm)];
    expect(rows.length).toBeGreaterThan(30);
    for (const [, flags, cell] of rows) {
      for (const [, written] of flags.matchAll(/`(.+?)`/g)) {
        const options = all.get(longOf(written)) ?? [];
        expect([written, options.map(({ flags: own }) => own)]).toEqual([
          written,
          options.map(() => expect.stringContaining(written) as unknown),
        ]);
        const literal = /^`([^`]+)`$/.exec(cell)?.[1];
        if (literal !== undefined) expectDefault(written, literal);
      }
    }
  });

  test('gives the defaults that stand behind a flag', () => {
    const defaults = [...docs.matchAll(/`(-[^`]+)` \(default `?([^`,)]+)`?/g)];
    expect(defaults.length).toBeGreaterThan(3);
    for (const [, flag, value] of defaults) expectDefault(flag, value);
  });

  test('gives a default wherever the help has one for a flag of a table', () => {
    for (const [, flag, cell] of docs.matchAll(/^\| `(-[^`]+)` +\| (.*?) +\| .* \|$/gm)) {
      const isGiven = /\bdefault\b/.test(all.get(longOf(flag))?.at(0)?.description ?? '');
      expect([flag, isGiven && cell.trim() === '']).toEqual([flag, false]);
    }
  });
});

function longOf(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

function expectDefault(flags: string, value: string): void {
  const options = all.get(longOf(flags)) ?? [];
  expect(options.length).toBeGreaterThan(0);
  const defaults = options.map(
    ({ description }) =>
      /\(default: ([^)]+)\)/.exec(description)?.[1] ?? /(\S+) \(default\)/.exec(description)?.[1],
  );
  const numeric = Number(value);
  const isSame = defaults.some(
    (text) => text === value || (!Number.isNaN(numeric) && text !== undefined && Number(text) === numeric),
  );
  expect([flags, value, isSame ? value : defaults]).toEqual([flags, value, value]);
}
