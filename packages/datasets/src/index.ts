export {
  IdxError,
  parseIdx,
  type IdxArray,
  type IdxData,
  type IdxProblem,
  type IdxType,
  type ParseIdxOptions,
} from '@tenfold/arrays';
export type { Dataset, ImageDataset, TableDataset } from './dataset.js';
export { loadDigits } from './digits/load-digits.js';
export type { MnistOrder } from './mnist/compose-mnist.js';
export { MNIST_MIRRORS } from './mnist/files.js';
export { datasetChecksum, type ChecksumOptions } from './node/checksum.js';
export {
  DATASET_NAMES,
  datasetInfo,
  listDatasets,
  type DatasetInfo,
  type DatasetInfoOptions,
  type DatasetName,
  type DatasetPlace,
} from './node/dataset-info.js';
export { FileError } from './node/file-error.js';
export { CorruptFileError, DownloadError, type DownloadAttempt } from './node/mnist/errors.js';
export { fetchMnist } from './node/mnist/fetch-mnist.js';
export type { FetchMnistOptions, MnistProgress } from './node/mnist/options.js';
export { readIdxFile, type ReadIdxOptions } from './node/read-idx-file.js';
export { readTable } from './node/read-table.js';
export {
  parseTable,
  type FeatureTable,
  type FeatureTableOptions,
  type ParseOptions,
  type TableOptions,
} from './table/parse-table.js';
export { TableError, type TablePlace, type TableProblem } from './table/table-error.js';
