export { GaussianNB } from './gaussian-nb/gaussian-nb.js';
export type { GaussianNBOptions } from './gaussian-nb/options.js';
export type { GaussianNBSettings } from './gaussian-nb/params.js';
