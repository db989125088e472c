export { GaussianNB } from './gaussian-nb/gaussian-nb.js';
export type { GaussianNBOptions } from './gaussian-nb/options.js';
export type { GaussianNBSettings } from './gaussian-nb/params.js';
export { BernoulliNB } from './bernoulli-nb/bernoulli-nb.js';
export type { BernoulliNBOptions } from './bernoulli-nb/options.js';
export type { BernoulliNBSettings } from './bernoulli-nb/params.js';
