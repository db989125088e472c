import { beforeAll, describe, expect, test } from '@jest/globals';
import { ModelFormatError, type ModelJson, readEnvelope } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';

import { type ModelClass, modelFromJSON } from '../src/index.js';
import { threeGroups } from './data.js';

/** A model made of models: how deep they are nested, and what is innermost. */
interface Nest {
  readonly depth: number;
  readonly innermost: unknown;
}

/** A class of models that hold at most one other. */
const nests: ModelClass<Nest> = {
  definition: { name: 'Nest' },
  fromJSON: (value, readStep) => {
    const { steps = [] } = readEnvelope(value).estimator;
    const inner = steps.map(({ model }) => readStep(model)).at(0);
    if (isNest(inner)) return { depth: inner.depth + 1, innermost: inner.innermost };
    return { depth: 0, innermost: inner };
  },
};

function isNest(value: unknown): value is Nest {
  return typeof value === 'object' && value !== null && 'innermost' in value;
}

/** A nest around so many others, with a model in the innermost. */
function nested(depth: number, inner?: object): object {
  const steps = depth === 0 ? (inner === undefined ? [] : [inner]) : [nested(depth - 1, inner)];
  return {
    format: 'tenfold-model',
    formatVersion: 2,
    estimator: {
      name: 'Nest',
      version: 1,
      params: {},
      steps: steps.map((model) => ({ name: 'step', model })),
    },
    nFeatures: 3,
    tensors: {},
    facts: {},
  };
}

let json: ModelJson;
beforeAll(async () => {
  const { X, y } = threeGroups();
  json = (await new LogisticRegression({ maxIter: 3 }).fit(X, y)).toJSON();
});

describe('a model of one of several classes', () => {
  const either: readonly ModelClass<Nest | LogisticRegression>[] = [nests, LogisticRegression];

  test('is read by the class that has its name', () => {
    expect(modelFromJSON(json, either)).toBeInstanceOf(LogisticRegression);
    expect(modelFromJSON(JSON.stringify(nested(0)), either)).toEqual({ depth: 0, innermost: undefined });
    // Of a single class the compiler knows what is read.
    const one = modelFromJSON(json, [LogisticRegression]);
    const { nIter }: LogisticRegression = one;
    expect([one.toJSON(), nIter]).toEqual([json, [3]]);
  });

  test.each([
    ['LogisticRegresion', ' (is it LogisticRegression?)'],
    ['logisticregression', ' (is it LogisticRegression?)'],
    ['Nests', ' (is it Nest?)'],
    ['RandomForestClassifier', ''],
    ['', ''],
    ['__proto__', ''],
    ['constructor', ''],
    ['definition', ''],
  ])('is none of them when its name is %p', (name, hint) => {
    const read = (): unknown => modelFromJSON({ ...json, estimator: { ...json.estimator, name } }, either);
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(expect.objectContaining({ problem: 'estimator', kind: 'input' }));
    expect(read).toThrow(
      expect.objectContaining({
        message: `model: expected a model of Nest, LogisticRegression, got one of ${JSON.stringify(name)}${hint}`,
      }),
    );
  });

  test('is refused as none of the classes before its numbers are checked', () => {
    const stranger = {
      ...json,
      estimator: { ...json.estimator, name: 'Tree', version: 9, params: { depth: 1 } },
    };
    expect(() => modelFromJSON(stranger, [LogisticRegression])).toThrow(
      expect.objectContaining({ problem: 'estimator' }),
    );
  });
});

describe('models made of models', () => {
  test('are read with the same classes', () => {
    const classes: readonly ModelClass<unknown>[] = [nests, LogisticRegression];
    const { depth, innermost } = modelFromJSON(nested(3, json), classes) as Nest;
    expect(depth).toBe(3);
    expect(innermost).toBeInstanceOf(LogisticRegression);
    expect(() => modelFromJSON(nested(3, json), [nests])).toThrow(
      'expected a model of Nest, got one of "LogisticRegression"',
    );
  });

  test('are refused where a step is none, newer or damaged', () => {
    const classes: readonly ModelClass<unknown>[] = [nests, LogisticRegression];
    const read = (inner: object) => () => modelFromJSON(nested(2, inner), classes);
    expect(read({ ...json, formatVersion: 3 })).toThrow(expect.objectContaining({ problem: 'version' }));
    expect(read({ ...json, tensors: {} })).toThrow('tensors: expected one named coef, got none');
    expect(read([1])).toThrow('not a Tenfold model');
  });

  test('may be nested 50 deep, and no deeper', () => {
    expect(modelFromJSON(nested(50), [nests]).depth).toBe(50);
    const read = (): unknown => modelFromJSON(nested(51), [nests]);
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow('expected models nested at most 50 deep, got more');
    expect(read).toThrow(expect.objectContaining({ problem: 'format' }));
  });

  test('nested without end are refused, as text too', () => {
    expect(() => modelFromJSON(nested(1000), [nests])).toThrow('nested at most 50 deep');
    expect(() => modelFromJSON(JSON.stringify(nested(1000)), [nests])).toThrow('nested at most 50 deep');
    const self = nested(0, {}) as { estimator: { steps: { model: unknown }[] } };
    self.estimator.steps[0].model = self;
    expect(() => modelFromJSON(self, [nests])).toThrow(ModelFormatError);
  });
});
