import { loadedDefinitions } from '../../options/definitions.js';

/** What is compared when nothing is named: the presets of the first classifier; none before `loadDefinitions` has ended. */
export function defaultPresets(): readonly string[] {
  return (
    loadedDefinitions()
      .at(0)
      ?.presets.map(({ id }) => id) ?? []
  );
}
