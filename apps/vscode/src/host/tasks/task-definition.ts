import { InputError } from '@tenfold/errors';
import * as v from 'valibot';

/** A task as tasks.json has it; package.json says the same. */
const definitionSchema = v.object({
  type: v.literal('tenfold'),
  dataset: v.pipe(v.string(), v.nonEmpty()),
  target: v.optional(v.string()),
  solver: v.optional(v.picklist(['lbfgs', 'liblinear'])),
  multiClass: v.optional(v.picklist(['auto', 'ovr', 'multinomial'])),
  C: v.optional(v.number()),
  maxIter: v.optional(v.number()),
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
  readonly split: { testSize?: number; randomState?: number; stratify?: boolean };
  readonly model: Record<string, unknown>;
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
  const { dataset, target, testSize, randomState, stratify, solver, multiClass, C, maxIter } = parsed.output;
  return {
    dataset,
    target,
    split: defined({ testSize, randomState, stratify }),
    model: defined({ solver, multiClass, C, maxIter }),
  };
}

function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
