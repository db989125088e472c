import type { AnyDefinition, Param } from '@tenfold/base';

import { definitions, paramsOf, transformerDefinitions } from '../../model/estimators.js';
import { SHORTHANDS } from './task-definition.js';

/** A JSON schema of draft 7, with what VS Code adds to it. */
export type Schema = Readonly<Record<string, unknown>>;

type AnyParam = Param<unknown, unknown>;

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/**
 * The schema of tasks.json that the build writes to dist/tasks.schema.json: the estimators and hyper-parameters of tasks of
 * the type "tenfold". The window joins it with its own schema, in which the other properties stand, as package.json has them.
 */
export function tasksSchema(): Schema {
  return {
    $schema: DRAFT,
    properties: { tasks: { items: { $ref: '#/definitions/task' } } },
    definitions: {
      task: { if: hasValue('type', { const: 'tenfold' }), then: tenfoldTask() },
      ...Object.fromEntries(
        [...definitions, ...transformerDefinitions].map((definition) => [
          definition.name,
          paramsSchema(definition),
        ]),
      ),
    },
  };
}

/** The schema of *.code-workspace, where tasks of a workspace stand: dist/workspace.schema.json, beside the other. */
export function workspaceSchema(): Schema {
  return { $schema: DRAFT, properties: { tasks: { $ref: 'tasks.schema.json' } } };
}

function tenfoldTask(): Schema {
  const [usual] = definitions;
  const table = paramsOf(usual);
  return {
    properties: {
      estimator: { ...nameSchema(definitions), default: definitions[0].id },
      preprocess: preprocessSchema(),
      ...Object.fromEntries(SHORTHANDS.map((name) => [name, paramSchema(table[name])])),
    },
    allOf: definitions.map((definition) => ({
      if: isOf(definition, definition === usual),
      then: { properties: { params: { $ref: `#/definitions/${definition.name}` } } },
    })),
  };
}

/** The name of an estimator: ids are offered; names of classes are taken too. */
function nameSchema(known: readonly AnyDefinition[]): Schema {
  return {
    type: 'string',
    anyOf: [
      {
        enum: known.map(({ id }) => id),
        enumDescriptions: known.map(({ summary }) => summary),
      },
      anyOfThese(known.map(({ name }) => name)),
    ],
  };
}

/** What prepares the rows: names of transformers, or transformers with hyper-parameters. */
function preprocessSchema(): Schema {
  const name = nameSchema(transformerDefinitions);
  const step = {
    type: 'object',
    required: ['name'],
    properties: { name, params: { type: 'object' } },
    additionalProperties: false,
    allOf: transformerDefinitions.map((definition) => ({
      if: hasValue('name', anyOfThese([definition.id, definition.name])),
      then: { properties: { params: { $ref: `#/definitions/${definition.name}` } } },
    })),
  };
  return { type: 'array', items: { anyOf: [name, step] } };
}

/** The condition that a task is of an estimator; the usual one is that of a task which names none. */
function isOf({ id, name }: AnyDefinition, isUsual: boolean): Schema {
  const isNamed = anyOfThese([id, name]);
  return isUsual ? { properties: { estimator: isNamed } } : hasValue('estimator', isNamed);
}

/** One of some words; unlike those of an enumeration they are not offered. */
function anyOfThese(words: readonly string[]): Schema {
  return { pattern: `^(${words.join('|')})$` };
}

function hasValue(property: string, value: Schema): Schema {
  return { required: [property], properties: { [property]: value } };
}

/** The hyper-parameters of an estimator. */
function paramsSchema(definition: AnyDefinition): Schema {
  const params = Object.entries(paramsOf(definition)).filter(([, param]) => param.onlyInCode !== true);
  return {
    title: definition.name,
    description: definition.summary,
    type: 'object',
    properties: Object.fromEntries(params.map(([name, param]) => [name, paramSchema(param)])),
    additionalProperties: false,
  };
}

/** A hyper-parameter as JSON: what it may be, and what it does. */
export function paramSchema(param: AnyParam): Schema {
  const values = valueSchema(param);
  return {
    ...(param.isNullable ? { anyOf: [values, { type: 'null' }] } : values),
    default: param.toJson(param.default),
    description: param.doc.replaceAll('`', ''),
  };
}

function valueSchema({ kind, range = {}, choices, toJson }: AnyParam): Schema {
  const { min, max, above, infinite = false } = range;
  const bounds = {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(above !== undefined && { exclusiveMinimum: above }),
  };
  switch (kind) {
    case 'integer':
    case 'number': {
      const finite = { type: kind, ...bounds };
      return infinite ? { anyOf: [finite, { enum: [toJson(Infinity)] }] } : finite;
    }
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: choices ?? [] };
    case 'interval':
      return { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };
    case 'grid': {
      const items = { type: 'number', ...bounds };
      const item = infinite ? { anyOf: [items, { enum: ['Infinity'] }] } : items;
      return {
        anyOf: [
          { type: 'integer', minimum: 1 },
          { type: 'array', items: item, minItems: 1 },
        ],
      };
    }
    case 'list':
      return { type: 'array', items: { type: 'number', ...bounds } };
    case 'classWeight':
      return {
        anyOf: [
          { enum: ['balanced'] },
          { type: 'object', additionalProperties: { type: 'number', minimum: 0 } },
        ],
      };
  }
}
