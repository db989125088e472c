import { ModelFormatError, readEnvelope } from '@tenfold/base';
import { closest, errorMessage } from '@tenfold/core';

/** A class whose models can be read: every estimator is one. */
export interface ModelClass<Model> {
  /** The instance type, for the compiler: never set. */
  readonly prototype?: Model;
  readonly definition: { readonly name: string };
  /**
   * @param value what `toJSON` gave
   * @param readStep reads the models that this one is made of
   */
  fromJSON(value: unknown, readStep: (value: unknown) => unknown): NoInfer<Model>;
}

/** As deep as models may be made of models. */
const DEPTH = 50;

/**
 * The model in a text of JSON, or in a value parsed from one.
 *
 * @param model text as `formatModel` or `JSON.stringify` made it, or the value that `toJSON` gave
 * @param classes the classes that it may be of
 * @throws ModelFormatError when it is no JSON, not a model, of a newer version, of another class than these, or does not fit together
 */
export function modelFromJSON<Model>(model: unknown, classes: readonly ModelClass<Model>[]): Model {
  return readAt(0, typeof model === 'string' ? parse(model) : model, classes);
}

function readAt<Model>(depth: number, value: unknown, classes: readonly ModelClass<Model>[]): Model {
  if (depth > DEPTH) {
    throw new ModelFormatError('format', `expected models nested at most ${DEPTH} deep, got more`);
  }
  const { name } = readEnvelope(value).estimator;
  const known = classes.find(({ definition }) => definition.name === name);
  if (known !== undefined) return known.fromJSON(value, (step) => readAt(depth + 1, step, classes));
  const names = classes.map(({ definition }) => definition.name);
  const near = closest(name, names);
  const hint = near === undefined ? '' : ` (is it ${near}?)`;
  throw new ModelFormatError(
    'estimator',
    `expected a model of ${names.join(', ')}, got one of ${JSON.stringify(name)}${hint}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ModelFormatError('json', `the text is no JSON (${errorMessage(error)})`, { cause: error });
  }
}
