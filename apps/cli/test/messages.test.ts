import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

import { buildProgram } from '../src/cli.js';
import { loadDefinitions } from '../src/options/definitions.js';
import { explain } from '../src/explain.js';
import { flagsIn, hintFor } from '../src/hints.js';

await loadDefinitions();

const source = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

const flags = new Map(
  buildProgram(new AbortController().signal).commands.map((command) => [
    command.name(),
    new Set(['--help', '--version', ...command.options.flatMap(({ long }) => long ?? [])]),
  ]),
);
const anywhere = new Set([...flags.values()].flatMap((own) => [...own]));

/** Texts that speak of a flag which only some of the commands that may show them have, and are shown by these only. */
const GUARDED: Readonly<Record<string, readonly string[] | undefined>> = {
  // Each speaks of what was typed.
  'shared/choose-table.ts': ['--id-column'],
};

/** Folders of commands that speak of flags of any command, or of part of one. */
const OF_ALL = ['completion'];
const PART_OF_A_FLAG = '--so';

interface File {
  readonly texts: readonly string[];
  readonly imports: readonly string[];
}

/** The texts of a file's literals, and the files that it imports. */
function read(name: string): File {
  const texts: string[] = [];
  const imports: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !isOfTypes(node)) {
      if (ts.isStringLiteral(node.moduleSpecifier)) imports.push(node.moduleSpecifier.text);
    } else if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  const content = readFileSync(join(source, name), 'utf8');
  visit(ts.createSourceFile(name, content, ts.ScriptTarget.Latest));
  const own = imports.filter((path) => path.startsWith('.'));
  return { texts, imports: own.map((path) => join(dirname(name), path.replace(/\.js$/, '.ts'))) };
}

/** Whether an import brings types only, which show nothing. */
function isOfTypes({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

const contents = new Map(files.map((name) => [name, read(name)]));

/** The commands whose folder imports a file, directly or through others. */
function usersOf(file: string): string[] {
  const reached = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const next of contents.get(name)?.imports ?? []) reached(next, seen);
    return seen;
  };
  return [...flags.keys()].filter((command) => {
    const own = files.filter((name) => name.startsWith(`commands/${command}/`));
    return own.some((name) => reached(name, new Set()).has(file));
  });
}

/** Where each flag that a text names has to be: in the command that an example calls, or in those that show the text. */
function missing(file: string, text: string): string[] {
  const called = /(?:^|[\s`])tenfold (\w+)/.exec(text)?.[1];
  const folder = file.split('/')[1];
  const guarded = GUARDED[file] ?? [];
  const named = flagsIn(text).filter((flag) => flag !== PART_OF_A_FLAG && !guarded.includes(flag));
  const users = called !== undefined && flags.has(called) ? [called] : usersOfText(file, folder);
  return named.filter((flag) =>
    users.length === 0 ? !anywhere.has(flag) : users.some((user) => flags.get(user)?.has(flag) !== true),
  );
}

function usersOfText(file: string, folder: string): string[] {
  if (file.startsWith('commands/')) return flags.has(folder) && !OF_ALL.includes(folder) ? [folder] : [];
  return file.startsWith('shared/') ? usersOf(file) : [];
}

const speaking = files.flatMap((file) => {
  const texts = contents.get(file)?.texts.filter((text) => flagsIn(text).length > 0) ?? [];
  return texts.length === 0 ? [] : [{ file: relative('.', file), texts }];
});

test('there are texts that name flags, in commands and in what they share', () => {
  const named = speaking.map(({ file }) => file);
  expect(named).toEqual(
    expect.arrayContaining(['hints.ts', 'shared/choose-dataset.ts', 'commands/predict/index.ts']),
  );
  expect(missing('commands/runs/run.ts', 'give --max-iter')).toEqual(['--max-iter']);
  expect(missing('shared/warn-convergence.ts', 'give --run-dirs')).toEqual(['--run-dirs']);
});

test.each(speaking)('$file names flags that there are', ({ file, texts }) => {
  for (const text of texts) expect({ text, missing: missing(file, text) }).toEqual({ text, missing: [] });
});

const parameters: readonly (readonly [owner: string, names: readonly string[]])[] = [
  [
    'LogisticRegression',
    [
      ...['solver', 'penalty', 'C', 'l1Ratio', 'classWeight', 'fitIntercept', 'multiClass', 'tol', 'maxIter'],
      ...['preconditioner', 'threads', 'interceptScaling', 'dual', 'every option', 'y', 'randomState'],
    ],
  ],
  [
    'trainTestSplit',
    ['testSize', 'trainSize', 'randomState', 'stratify', 'stratify[3]', 'the number of rows'],
  ],
  ['loadDataset', ['dataset', 'order', 'target', 'labels', 'x', 'y', 'transpose', 'idColumn', 'missing']],
  [
    'readTable',
    ['target', 'delimiter', 'decimal', 'header', 'drop', 'missing', 'columns', 'maxBytes', 'path'],
  ],
  ['readArrays', ['labels', 'x', 'y', 'transpose', 'missing', 'file']],
  ['fetchMnist', ['dataHome', 'mirrors', 'order']],
  ['digitGrid', ['shape', 'range', 'labels', 'columns', 'images', 'the number of images']],
  ['confusionHeatmap', ['style', 'labels', 'cm[0][1]', 'title']],
  ['toTerminal', ['columns', 'color']],
  ['RandomState', ['seed']],
  ['datasetInfo', ['name']],
];

describe.each([...flags])('of a parameter, %s speaks', (command, own) => {
  test.each(parameters)('of its own flags or in words: %s', (owner, names) => {
    for (const name of names) {
      const { message, hint, exitCode } = explain(new ParameterError(owner, name, 'another', 1), command);
      const known = flagsIn(`${message} ${hint ?? ''}`).every((flag) => own.has(flag));
      expect({ name, message, known, exitCode }).toEqual({ name, message, known: true, exitCode: 2 });
      expect(message).not.toContain(`${owner}:`);
    }
  });
});

test.each([
  ['train', 'LogisticRegression', 'maxIter', '--max-iter must be'],
  ['train', 'LogisticRegression', 'solver', '--solver must be'],
  ['compare', 'LogisticRegression', 'solver', '--solvers must be'],
  ['show', 'LogisticRegression', 'maxIter', 'the max iter must be'],
  ['predict', 'loadDataset', 'idColumn', '--id-column must be'],
  ['train', 'loadDataset', 'idColumn', 'the id column must be'],
  ['predict', 'toTerminal', 'columns', 'the columns must be'],
  ['train', 'confusionHeatmap', 'labels', 'the labels must be'],
  ['train', 'heatmap', 'style', '--style must be'],
  ['show', 'heatmap', 'style', 'the style must be'],
  ['train', 'RandomState', 'seed', '--random-state must be'],
  ['tutorial', 'fetchMnist', 'mirrors', '--mirror must be'],
])('%s calls %s: %s what was typed', (command, owner, name, words) => {
  expect(explain(new ParameterError(owner, name, 'another', 1), command).message).toContain(words);
});

describe('what the flags can do about an error', () => {
  const error = (name: string, fields: object = {}) => Object.assign(new Error('…'), { name, ...fields });
  const train = flags.get('train') ?? new Set();

  test.each([
    [error('TableError', { problem: 'no-header' }), '--no-header'],
    [error('TableError', { problem: 'missing-column' }), '--target'],
    [error('TableError', { problem: 'continuous' }), '--target'],
    [error('TableError', { problem: 'missing-label', value: 'NA' }), '--missing'],
    [error('TableError', { problem: 'missing-value', value: 'NA' }), '--drop'],
    [error('TableError', { problem: 'missing-value', value: '' }), '--drop'],
    [error('TableColumnsError', { problem: 'missing-column', taken: ['a'] }), 'is no feature'],
    [error('TableError', { problem: 'text', value: ' -1,5' }), '--decimal ,'],
    [error('TableError', { problem: 'text', value: 'one' }), '--drop'],
    [error('TableSizeError', { problem: 'too-large' }), '--drop'],
    [error('FeatureNamesError'), '--drop'],
    [error('UnlabelledError', { columns: ['a'] }), '--target'],
    [error('UnlabelledError', { columns: undefined }), '--labels'],
    [error('StratifyError'), '--stratify'],
  ])('%p', (thrown, words) => {
    expect(hintFor(thrown, train)).toContain(words);
    expect(explain(Object.assign(thrown, { kind: 'input' }), 'train').hint).toContain(words);
  });

  test('is left out where the command has no such flag, or nothing is known', () => {
    expect(hintFor(error('StratifyError'), flags.get('show') ?? new Set())).toBeUndefined();
    expect(
      hintFor(error('TableError', { problem: 'no-header' }), flags.get('runs') ?? new Set()),
    ).toBeUndefined();
    expect(hintFor(error('TableError', { problem: 'quotes' }), train)).toBeUndefined();
    const columns = error('TableColumnsError', { problem: 'missing-column', taken: [] });
    expect(hintFor(columns, train)).toBeUndefined();
    const blank = error('TableError', { problem: 'missing-label', value: ' ' });
    expect(hintFor(blank, train)).toBeUndefined();
  });
});
