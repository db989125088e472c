import { describe, expect, test } from '@jest/globals';
import type { AnyDefinition, EstimatorClass, ParamTable } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import { LogisticRegression } from '@tenfold/linear-model';

import {
  catalogue,
  classifiers,
  findClassifier,
  findEstimator,
  findTransformer,
  transformers,
} from '../src/index.js';

const definitions: readonly AnyDefinition[] = catalogue.map(({ definition }) => definition);
const ids = definitions.map(({ id }) => id);

describe('the catalogue', () => {
  test('names each estimator once, by its class and by an id', () => {
    const names = definitions.map(({ name }) => name);
    expect(names).toContain('LogisticRegression');
    expect(new Set([...names, ...ids]).size).toBe(2 * catalogue.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    for (const { summary } of definitions) expect(summary).toMatch(/^[A-Z].*\.$/);
  });

  test('says of each class what its estimators say of themselves', () => {
    for (const entry of catalogue as readonly EstimatorClass<{ definition: AnyDefinition }>[]) {
      const made = new entry();
      expect(made).toBeInstanceOf(entry);
      expect(made.definition).toBe(entry.definition);
      expect(entry.name).toBe(entry.definition.name);
    }
  });

  test.each(definitions.map((definition) => [definition.name, definition] as const))(
    'the presets of %s are options of it, by different ids',
    (name, { presets, params }) => {
      for (const { id, options, summary } of presets) {
        const make = findEstimator(name) as unknown as new (options: object) => { params: object };
        expect(new make(options as object).params).toMatchObject(options as object);
        expect(Object.keys(params as ParamTable)).toEqual(
          expect.arrayContaining(Object.keys(options as object)),
        );
        expect([id, summary]).not.toContain('');
      }
      expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    },
  );

  test('has the classifiers in their order', () => {
    const own = definitions.filter((definition) => (definition as { type?: string }).type === 'classifier');
    expect(classifiers.map(({ definition }) => definition)).toEqual(own);
    expect(classifiers).toContain(LogisticRegression);
  });
});

describe.each([
  ['findEstimator', findEstimator, ids],
  ['findClassifier', findClassifier, classifiers.map(({ definition }) => definition.id)],
] as const)('%s', (_, find, known) => {
  test('finds by id and by the name of the class', () => {
    for (const entry of classifiers) {
      expect(find(entry.definition.id)).toBe(entry);
      expect(find(entry.definition.name)).toBe(entry);
    }
    expect(find('logistic-regression')).toBe(LogisticRegression);
  });

  test.each([
    ['logistic-regresion', ' (did you mean logistic-regression?)'],
    ['LogisticRegresion', ' (did you mean logistic-regression?)'],
    ['Logistic-Regression', ' (did you mean logistic-regression?)'],
    ['perceptron-of-rosenblatt', ''],
    ['__proto__', ''],
    ['constructor', ''],
  ])('refuses %s, and suggests what is near', (name, hint) => {
    const attempt = (): unknown => find(name);
    expect(attempt).toThrow(ParameterError);
    expect(attempt).toThrow(
      expect.objectContaining({
        kind: 'input',
        parameter: 'estimator',
        received: name,
        message: `${find.name}: estimator must be one of ${known.join(', ')}${hint}, got ${JSON.stringify(name)}`,
      }),
    );
  });
});

describe('findTransformer', () => {
  test('finds by id and by the name of the class', () => {
    expect(transformers.length).toBeGreaterThan(0);
    for (const entry of transformers) {
      expect(findTransformer(entry.definition.id)).toBe(entry);
      expect(findTransformer(entry.definition.name)).toBe(entry);
    }
  });

  test('refuses another name, and suggests what is near', () => {
    expect(() => findTransformer('standard-scalar')).toThrow('did you mean standard-scaler?');
    expect(() => findTransformer('knn')).toThrow('findTransformer: transformer must be one of');
  });
});
