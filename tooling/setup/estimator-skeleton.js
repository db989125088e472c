/**
 * The files of a classifier that predicts the most frequent class.
 *
 * @param {{ name: string, id: string, inside: string, isNew: boolean }} estimator its class name, its id, the folder of its
 *   sources in the package, and whether the package is new
 * @returns {Record<string, string>} each file's content by its path in the package
 */
export function skeleton({ name, id, inside, isNew }) {
  const variable = name.charAt(0).toLowerCase() + name.slice(1);
  const from = isNew ? '../src' : `../${inside}`;
  return {
    [`${inside}/options.ts`]: `/** The hyper-parameters of \`${name}\`: scikit-learn's, in camel case. */
export interface ${name}Options {
  /** Which of the classes in order is predicted when several are equally frequent, 0 or more. Default 0. */
  tie?: number;
}
`,
    [`${inside}/params.ts`]: `import { integer, type ParamsOf } from '@tenfold/base';

import type { ${name}Options } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface ${name}Settings {
  readonly tie: number;
}

/** The hyper-parameters of \`${name}\`. */
export const params: ParamsOf<${name}Options, ${name}Settings> = {
  tie: integer({
    min: 0,
    default: 0,
    doc: 'Which of the classes in order is predicted when several are equally frequent.',
  }),
};
`,
    [`${inside}/state.ts`]: `import type { StateCodec } from '@tenfold/base';

import type { ${name}Settings } from './params.js';

/** What a fit leaves. */
export interface ${name}State {
  /** How often each class occurs. */
  readonly counts: Float64Array;
}

/** The fitted state as the tensor \`counts\`. */
export const state: StateCodec<${name}Settings, ${name}State> = {
  version: 1,
  write: ({ counts }) => ({ tensors: { counts: { shape: [counts.length], data: counts } }, facts: {} }),
  read: (stored, _settings, { classes }) => ({
    counts: stored.tensor('counts', 'float64', [classes.length]).data,
  }),
};
`,
    [`${inside}/definition.ts`]: `import type { ClassificationProblem, ClassifierDefinition, FitResult } from '@tenfold/base';
import { largest } from '@tenfold/linalg';

import type { ${name}Options } from './options.js';
import { type ${name}Settings, params } from './params.js';
import { type ${name}State, state } from './state.js';

/** \`${name}\`, described as data. */
export const ${variable}: ClassifierDefinition<${name}Options, ${name}Settings, ${name}State> = {
  type: 'classifier',
  name: '${name}',
  id: '${id}',
  summary: 'Predicts the most frequent class for every row.',
  params,
  rules: [],
  tags: { sampleWeight: true, oneClass: true, lazy: false, orderFree: true },
  presets: [],
  progress: null,
  views: [],
  state,
  fit,
  classify: function* ({ settings, state: { counts } }, { rows }) {
    const most = largest(counts);
    const first = [...counts.keys()].filter((k) => counts[k] === most);
    return new Int32Array(rows).fill(first[Math.min(settings.tie, first.length - 1)]);
  },
};

function fit({
  classes,
  codes,
  sampleWeight,
}: ClassificationProblem<${name}Settings, never>): Promise<FitResult<${name}State>> {
  const counts = new Float64Array(classes.length);
  for (let i = 0; i < codes.length; i++) counts[codes[i]] += sampleWeight?.[i] ?? 1;
  return Promise.resolve({ state: { counts } });
}
`,
    [`${inside}/${id}.ts`]: `import { Classifier } from '@tenfold/base';

import { ${variable} } from './definition.js';
import type { ${name}Options } from './options.js';
import type { ${name}Settings } from './params.js';
import type { ${name}State } from './state.js';

/**
 * Predicts the most frequent class for every row.
 *
 * @example
 * const model = await new ${name}().fit(xTrain, yTrain);
 * const accuracy = model.score(xTest, yTest);
 */
export class ${name} extends Classifier<${name}Options, ${name}Settings, ${name}State> {
  /** What is known of it without fitting it. */
  static readonly definition = ${variable};

  /**
   * @param options hyper-parameters; see \`${name}Options\`
   * @throws ParameterError when one is unknown or out of range
   */
  constructor(options: ${name}Options = {}) {
    super(${variable}, options);
  }
}
`,
    ...(isNew
      ? {
          'src/index.ts': `export { ${name} } from './${id}.js';
export type { ${name}Options } from './options.js';
export type { ${name}Settings } from './params.js';
`,
        }
      : {}),
    [`test/${id}.test.ts`]: `import { estimatorChecks } from '@tenfold/base';
import { describe, test } from '@jest/globals';

import { ${name} } from '${from}/${isNew ? 'index' : id}.js';

describe('${name}', () => {
  test.each(estimatorChecks(${name}).map(({ name, run }) => [name, run] as const))('%s', async (_, run) => {
    await run();
  });
});
`,
  };
}
