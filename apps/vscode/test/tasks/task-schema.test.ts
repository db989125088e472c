import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { integer, interval, nullable, type Param } from '@tenfold/base';
import {
  type CompletionItem,
  getLanguageService,
  type LanguageService,
  TextDocument,
} from 'vscode-json-languageservice';

import { parseTaskDefinition, SHORTHANDS } from '../../src/host/tasks/task-definition.js';
import { paramSchema, tasksSchema, workspaceSchema } from '../../src/host/tasks/task-schema.js';
import { definitions, paramsOf } from '../../src/model/estimators.js';

// The schemas that complete and check tasks.json, in the language service that the window's editor runs.

type AnyParam = Param<unknown, unknown>;

const FOLDER = 'file:///extension/dist/';
const root = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

const service: LanguageService = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`nothing but the two schemas is read, not ${uri}`)),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});
service.configure({
  schemas: [
    { uri: `${FOLDER}tasks.schema.json`, fileMatch: ['/.vscode/tasks.json'], schema: tasksSchema() },
    { uri: `${FOLDER}workspace.schema.json`, fileMatch: ['*.code-workspace'], schema: workspaceSchema() },
  ],
});

function open(text: string, uri = 'file:///home/.vscode/tasks.json') {
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  return { document, json: service.parseJSONDocument(document) };
}

/** What the editor marks in a tasks.json with one task. */
async function problemsOf(task: object, uri?: string): Promise<string[]> {
  const text = JSON.stringify(
    uri?.endsWith('.code-workspace')
      ? { folders: [], tasks: { version: '2.0.0', tasks: [task] } }
      : { version: '2.0.0', tasks: [task] },
  );
  const { document, json } = open(text, uri);
  return (await service.doValidation(document, json)).map(({ message }) =>
    typeof message === 'string' ? message : message.value,
  );
}

/** What the editor offers where `|` stands. */
async function completions(task: string): Promise<CompletionItem[]> {
  const text = `{ "tasks": [${task}] }`;
  const { document, json } = open(text.replace('|', ''));
  const position = document.positionAt(text.indexOf('|'));
  const list = await service.doComplete(document, position, json);
  return list?.items ?? [];
}

/** The labels of what the editor offers. */
async function offered(task: string): Promise<string[]> {
  return (await completions(task)).map(({ label }) => label);
}

const task = (more: object) => ({ type: 'tenfold', dataset: 'digits', ...more });
const isJson = (value: unknown) =>
  value !== undefined && Object.is(JSON.stringify([value]).includes('null'), value === null);

test('the built schemas are those of the sources', () => {
  expect(read('dist/tasks.schema.json')).toEqual(JSON.parse(JSON.stringify(tasksSchema())));
  expect(read('dist/workspace.schema.json')).toEqual(workspaceSchema());
});

test('package.json contributes them, and names no estimator', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { contributes } = JSON.parse(text) as {
    contributes: {
      jsonValidation: { url: string; fileMatch: string[] }[];
      taskDefinitions: { properties: Record<string, object> }[];
    };
  };
  expect(contributes.jsonValidation).toEqual([
    {
      fileMatch: ['/.vscode/tasks.json', '%APP_SETTINGS_HOME%/tasks.json'],
      url: './dist/tasks.schema.json',
    },
    { fileMatch: '*.code-workspace', url: './dist/workspace.schema.json' },
  ]);
  const [{ properties }] = contributes.taskDefinitions;
  expect(properties.estimator).toEqual({ type: 'string', description: '%task.estimator%' });
  expect(properties.params).toEqual({ type: 'object', description: '%task.params%' });
  for (const { id, name } of definitions) {
    expect(text).not.toContain(`"${id}"`);
    expect(text).not.toContain(name);
  }
  for (const name of SHORTHANDS) expect(properties).toHaveProperty(name);
});

describe('the estimator of a task', () => {
  test('is offered by its ids, each with what it does', async () => {
    const ids = new Set(definitions.map(({ id }) => `"${id}"`));
    expect(new Set(await offered('{ "type": "tenfold", "estimator": | }'))).toEqual(ids);
    expect(new Set(await offered('{ "type": "tenfold", "estimator": |"knn" }'))).toEqual(ids);
    const items = await completions('{ "type": "tenfold", "estimator": | }');
    expect(new Map(items.map(({ label, documentation }) => [label, documentation]))).toEqual(
      new Map(definitions.map(({ id, summary }) => [`"${id}"`, summary])),
    );
  });

  test('is one of the catalogue, by its id or the name of its class', async () => {
    for (const { id, name } of definitions) {
      expect(await problemsOf(task({ estimator: id }))).toEqual([]);
      expect(await problemsOf(task({ estimator: name }))).toEqual([]);
    }
    expect(await problemsOf(task({ estimator: 'oracle' }))).not.toEqual([]);
    expect(await problemsOf(task({ estimator: 7 }))).not.toEqual([]);
  });
});

describe.each(definitions)('the params of $id', (definition) => {
  const params = Object.entries(paramsOf(definition)).filter(([, { onlyInCode }]) => onlyInCode !== true);

  test('are offered, all that have a meaning there and no others', async () => {
    const labels = await offered(`{ "type": "tenfold", "estimator": "${definition.id}", "params": { | } }`);
    expect(new Set(labels)).toEqual(new Set(params.map(([name]) => name)));
  });

  test.each(params)('%s is taken and refused at the bounds of its description', async (name, param) => {
    const problems = (value: unknown) =>
      problemsOf(task({ estimator: definition.id, params: { [name]: value } }));
    expect(await problems(param.toJson(param.default))).toEqual([]);
    for (const value of param.bounds.accepted) {
      const checked = param.check('x', name, value);
      expect({ value, problems: await problems(param.toJson(checked)) }).toEqual({ value, problems: [] });
    }
    // Which of two numbers is the larger, a schema does not say; the task does.
    const refused = param.bounds.refused.filter(
      (value) => isJson(value) && !(param.kind === 'interval' && Array.isArray(value) && value.length === 2),
    );
    expect(refused).not.toEqual([]);
    for (const value of refused)
      expect({ value, isRefused: (await problems(value)).length > 0 }).toEqual({ value, isRefused: true });
  });

  test('that it does not have are refused, by the editor as by the task', async () => {
    const params = { nNeighbours: 3 };
    expect(await problemsOf(task({ estimator: definition.id, params }))).not.toEqual([]);
    expect(() => parseTaskDefinition(task({ estimator: definition.id, params }))).toThrow(/nNeighbours/);
  });
});

test('a task that names no estimator has the params of the usual one, which may stand beside them', async () => {
  expect(await problemsOf(task({ params: { C: 10 }, C: 10, solver: 'liblinear' }))).toEqual([]);
  expect(await problemsOf(task({ params: { nNeighbors: 3 } }))).not.toEqual([]);
  expect(await problemsOf(task({ C: 0 }))).not.toEqual([]);
});

test('the params of one estimator are none of another', async () => {
  expect(await problemsOf(task({ estimator: 'knn', params: { nNeighbors: 3 } }))).toEqual([]);
  expect(await problemsOf(task({ estimator: 'knn', params: { C: 1 } }))).not.toEqual([]);
  expect(await problemsOf(task({ estimator: 'GaussianNB', params: { nNeighbors: 1 } }))).not.toEqual([]);
});

test('tasks of other types are left alone', async () => {
  expect(await problemsOf({ type: 'npm', script: 'test', estimator: 'oracle', params: 1 })).toEqual([]);
  expect(await problemsOf({ label: 'x', params: { nNeighbors: -1 } })).toEqual([]);
});

test('tasks of a workspace file are checked by the same', async () => {
  const uri = 'file:///home/all.code-workspace';
  expect(await problemsOf(task({ estimator: 'knn' }), uri)).toEqual([]);
  expect(await problemsOf(task({ estimator: 'oracle' }), uri)).not.toEqual([]);
});

test('a parameter says of a list, an interval and of none what they are', () => {
  expect(paramSchema(interval({ default: [0, 1], doc: 'The range.' }) as AnyParam)).toMatchObject({
    items: { type: 'number' },
    minItems: 2,
    default: [0, 1],
  });
  const depth = nullable(integer({ min: 1, max: 9, default: 3, doc: 'How deep `X` may go.' }));
  expect(paramSchema(depth as AnyParam)).toEqual({
    anyOf: [{ type: 'integer', minimum: 1, maximum: 9 }, { type: 'null' }],
    default: 3,
    description: 'How deep X may go.',
  });
});

describe('preprocessing of a task', () => {
  const base = { type: 'tenfold', label: 'a', dataset: 'digits', estimator: 'knn' };

  test('is names, or names with hyper-parameters', async () => {
    const preprocess = ['standard-scaler', { name: 'MinMaxScaler', params: { featureRange: [-1, 1] } }];
    expect(await problemsOf({ ...base, preprocess })).toEqual([]);
    expect(parseTaskDefinition({ ...base, preprocess }).estimator.preprocess).toEqual([
      { name: 'standard-scaler', params: {} },
      { name: 'min-max-scaler', params: { featureRange: [-1, 1] } },
    ]);
  });

  test.each([
    [['standard-scalar']],
    [[{ name: 'standard-scaler', params: { withMeen: true } }]],
    [[{ params: {} }]],
    ['standard-scaler'],
  ])('%j is marked and refused', async (preprocess) => {
    expect(await problemsOf({ ...base, preprocess })).not.toEqual([]);
    expect(() => parseTaskDefinition({ ...base, preprocess })).toThrow('The task is not understood');
  });
});
