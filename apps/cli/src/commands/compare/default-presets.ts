import { classifiers } from '@tenfold/catalogue';

/** What is compared when nothing is named: the presets of the first classifier. */
export const defaultPresets: readonly string[] = classifiers[0].definition.presets.map(({ id }) => id);
