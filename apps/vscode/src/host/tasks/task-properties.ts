import type { AnyDefinition, Param } from '@tenfold/base';

import { definitions, paramsOf } from '../../model/estimators.js';
import { SHORTHANDS } from './task-definition.js';

/** A JSON schema, or what of it stands in package.json. */
export type Schema = Readonly<Record<string, unknown>>;

type AnyParam = Param<unknown, unknown>;

/** What package.json says of the properties of a task that come from the descriptions of the classifiers. */
export function taskProperties(): Readonly<Record<string, Schema>> {
  const [first] = definitions;
  return {
    estimator: {
      type: 'string',
      enum: definitions.map(({ id }) => id),
      enumDescriptions: definitions.map(({ summary }) => summary),
      default: first.id,
      description: '%task.estimator%',
    },
    params: {
      type: 'object',
      description: '%task.params%',
      anyOf: definitions.map(paramsSchema),
    },
    ...Object.fromEntries(SHORTHANDS.map((name) => [name, paramSchema(paramsOf(first)[name])])),
  };
}

/** The hyper-parameters of a classifier. */
function paramsSchema(definition: AnyDefinition): Schema {
  const params = Object.entries(paramsOf(definition));
  return {
    title: definition.name,
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
