export { trainTestSplit, type SplitParts } from './train-test-split.js';
export type { SplitOptions } from './check-options.js';
export { splitIndices } from './split-indices.js';
export { SplitSizeError, type SplitSizes } from './split-sizes.js';
export { StratifyError, type SplitIndices } from './stratified.js';
export { type Part, type Splittable, type TypedArray } from './take.js';
