export { GaussianNB } from './gaussian-nb.js';
export type { GaussianNBOptions } from './options.js';
export type { GaussianNBSettings } from './params.js';
