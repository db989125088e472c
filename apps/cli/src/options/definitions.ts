import type { AnyDefinition } from '@tenfold/base';

let definitions: readonly AnyDefinition[] = [];

/**
 * Loads the definitions of the classifiers, which flags are made of. Only commands that take an estimator wait for it: it
 * loads the library.
 */
export async function loadDefinitions(): Promise<void> {
  const { classifiers } = await import('@tenfold/catalogue');
  definitions = classifiers.map(({ definition }) => definition);
}

/** The definitions of the classifiers in the order of the catalogue; none before `loadDefinitions` has ended. */
export function loadedDefinitions(): readonly AnyDefinition[] {
  return definitions;
}
