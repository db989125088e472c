export { trainTestSplit, type SplitParts } from './train-test-split.js';
export type { SplitOptions } from './check-options.js';
export { splitIndices } from './split-indices.js';
export { SplitSizeError, type SplitSizes } from './split-sizes.js';
export {
  type CrossValidation,
  foldsOf,
  type IndexPair,
  isSplitter,
  SplitIndexError,
} from './splitters/folds-of.js';
export { KFold } from './splitters/k-fold.js';
export { type CheckedFolds, FoldError, type FoldOptions, type Splitter } from './splitters/splitter.js';
export { splitterFromJson, type SplitterJson, splitterToJson } from './splitters/splitter-json.js';
export { StratifiedKFold } from './splitters/stratified-k-fold.js';
export { StratifyError, type SplitIndices } from './stratified.js';
export { type Part, type Splittable, type TypedArray } from './take.js';
