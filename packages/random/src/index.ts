export { MersenneTwister } from './mersenne-twister.js';
export { checkRandomState, RandomState, type Seed } from './random-state.js';
