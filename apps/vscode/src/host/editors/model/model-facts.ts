import { type AnyClassifier, paramsToJson } from '@tenfold/base';

import { paramsOf } from '../../../model/estimators.js';
import type { Fact } from '../../../protocol/webviews/model.js';

/** The most characters of a value that are shown, and the most values of an object. */
const MOST_CHARACTERS = 300;
const MOST_VALUES = 50;

/** The hyper-parameters, in words. */
export function paramFacts({ definition, params }: AnyClassifier): Fact[] {
  const json = paramsToJson(paramsOf(definition), params as object);
  return Object.entries(json).map(([name, value]) => ({ name, value: describeValue(value) }));
}

/** Where a model comes from, as its file says; objects within are taken apart once. */
export function provenanceFacts({ provenance }: AnyClassifier): Fact[] {
  const facts = Object.entries(provenance ?? {}).flatMap(([name, value]) =>
    isPlain(value)
      ? Object.entries(value).map(([inner, part]) => ({
          name: `${name}.${inner}`,
          value: describeValue(part),
        }))
      : [{ name, value: describeValue(value) }],
  );
  return facts.slice(0, MOST_VALUES).map(({ name, value }) => ({ name: shorten(name), value }));
}

/** A value of a file as text; whatever it is, it is not long. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return shorten(value);
  if (value === null) return 'none';
  try {
    return shorten(JSON.stringify(value));
  } catch {
    // Nested too deep to be written.
    return '…';
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
