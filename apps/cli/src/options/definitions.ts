import type { AnyDefinition } from '@tenfold/base';

let definitions: readonly AnyDefinition[] = [];
let transformerDefinitions: readonly AnyDefinition[] = [];

/**
 * Loads the definitions of the classifiers and transformers, which flags are made of. Only commands that take an estimator wait
 * for it: it loads the library.
 */
export async function loadDefinitions(): Promise<void> {
  const { classifiers, transformers } = await import('@tenfold/catalogue');
  definitions = classifiers.map(({ definition }) => definition);
  transformerDefinitions = transformers.map(({ definition }) => definition);
}

/** The definitions of the classifiers in the order of the catalogue; none before `loadDefinitions` has ended. */
export function loadedDefinitions(): readonly AnyDefinition[] {
  return definitions;
}

/** The definitions of the transformers in the order of the catalogue; none before `loadDefinitions` has ended. */
export function loadedTransformers(): readonly AnyDefinition[] {
  return transformerDefinitions;
}
