export { type KNeighbors, KNeighborsClassifier, type KNeighborsOptions } from './k-neighbors-classifier.js';
export type { KNeighborsClassifierOptions } from './options.js';
export type { KNeighborsClassifierSettings } from './params.js';
