import { errorMessage, InputError } from '@tenfold/core';
import * as v from 'valibot';

import {
  checkedEstimator,
  definitions,
  type EstimatorRequest,
  type StepRequest,
} from '../../model/estimators.js';
import { type EstimatorChoice, params } from '../../protocol/training.js';

/** The hyper-parameters of the first classifier that may stand beside the other properties: those of earlier versions. */
export const SHORTHANDS = ['solver', 'multiClass', 'C', 'maxIter'] as const;

/** A task as tasks.json has it; package.json says the same. */
const definitionSchema = v.object({
  type: v.literal('tenfold'),
  dataset: v.pipe(v.string(), v.nonEmpty()),
  target: v.optional(v.string()),
  drop: v.optional(v.array(v.string())),
  estimator: v.optional(v.string(), definitions[0].id),
  params: v.optional(params, {}),
  preprocess: v.optional(
    v.array(v.union([v.string(), v.strictObject({ name: v.string(), params: v.optional(params) })])),
    [],
  ),
  ...v.entriesFromList(SHORTHANDS, v.optional(v.unknown())),
  testSize: v.optional(v.number()),
  randomState: v.optional(v.number()),
  stratify: v.optional(v.boolean()),
});

/** A task, checked: what is trained on and how. */
export interface TaskPlan {
  /** 'digits', 'mnist', or a path in the workspace. */
  readonly dataset: string;
  /** The column of labels, for a table. */
  readonly target: string | undefined;
  /** The columns that are left out, for a table. */
  readonly drop: readonly string[] | undefined;
  readonly split: { testSize?: number; randomState?: number; stratify?: boolean };
  readonly estimator: EstimatorChoice;
}

/**
 * Checks a task's definition.
 *
 * @throws InputError that names what is wrong
 */
export function parseTaskDefinition(definition: unknown): TaskPlan {
  const parsed = v.safeParse(definitionSchema, definition);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new InputError(
      `The task is not understood: ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`,
    );
  }
  const { dataset, target, drop, testSize, randomState, stratify, estimator, preprocess } = parsed.output;
  const { solver, multiClass, C, maxIter } = parsed.output;
  const given = { ...defined({ solver, multiClass, C, maxIter }), ...parsed.output.params };
  return {
    dataset,
    target,
    drop,
    split: defined({ testSize, randomState, stratify }),
    estimator: checked({ name: estimator, params: given, preprocess: preprocess.map(stepOf) }),
  };
}

/** A transformer with its defaults may be written as its name alone. */
function stepOf(step: string | StepRequest): StepRequest {
  return typeof step === 'string' ? { name: step } : step;
}

function checked(choice: EstimatorRequest): EstimatorChoice {
  try {
    return checkedEstimator(choice);
  } catch (error) {
    throw new InputError(`The task is not understood: ${errorMessage(error)}`, { cause: error });
  }
}

function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
