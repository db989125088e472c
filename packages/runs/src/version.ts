import manifest from '../package.json' with { type: 'json' };

/** The version of this package, as provenance records it. */
export const version: string = manifest.version;
