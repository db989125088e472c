export {
  ArrayFileError,
  type ArrayFileProblem,
  bytesSource,
  type ByteSource,
  IdxError,
  parseIdx,
  type IdxArray,
  type IdxData,
  type IdxProblem,
  type IdxType,
  type ParseIdxOptions,
} from '@tenfold/arrays';
export { ArrayDataError, type ArrayDataProblem } from './arrays/array-data-error.js';
export type { ArrayDataset, ArrayDatasetOptions, ArrayFiles, NamedSource } from './arrays/array-dataset.js';
export { datasetFromArrays } from './arrays/dataset-from-arrays.js';
export type { ChecksumOptions } from './checksum-bytes.js';
export type {
  Dataset,
  FeatureTable,
  ImageDataset,
  KeptColumn,
  Table,
  TableDataset,
  TableLabels,
} from './dataset.js';
export { DATASET_CARDS, DATASET_NAMES, type DatasetCard, type DatasetName } from './dataset-cards.js';
export { ImageFileError, type ImageProblem } from './images/image-file-error.js';
export { loadDigits } from './digits/load-digits.js';
export { MISSING_VALUES } from './missing-values.js';
export { MissingDatasetError } from './mnist-like/missing-dataset-error.js';
export { isMnistLikeName, MNIST_LIKE_NAMES, type MnistLikeName } from './mnist-like/sets.js';
export type { MnistOrder } from './mnist/compose-mnist.js';
export { CorruptFileError } from './mnist/corrupt-file-error.js';
export {
  MNIST_FILES,
  MNIST_MIRRORS,
  MNIST_SUBFOLDERS,
  type MnistFile,
  mnistFileNames,
} from './mnist/files.js';
export { mnistFromFiles, type MnistFileBytes, type MnistFromFilesOptions } from './mnist/mnist-from-files.js';
export { parseTable, parseTableAsync } from './table/parse-table.js';
export { toCsv, type CsvOptions } from './table/to-csv.js';
export { readTableLayout, type TableLayout } from './table/table-layout.js';
export {
  TableColumnsError,
  TableError,
  TableSizeError,
  type TablePlace,
  type TableProblem,
} from './table/table-error.js';
export type {
  FeatureTableOptions,
  LabelledTableOptions,
  LabelType,
  ParseOptions,
  TableOptions,
} from './table/table-options.js';
