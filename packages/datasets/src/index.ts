export * from './everywhere.js';
export { datasetChecksum } from './node/checksum.js';
export {
  datasetInfo,
  listDatasets,
  type DatasetInfo,
  type DatasetInfoOptions,
  type DatasetPlace,
} from './node/dataset-info.js';
export { NoDataHomeError } from './node/data-home.js';
export { FileError } from './node/file-error.js';
export { DownloadError, type DownloadAttempt } from './node/mnist/errors.js';
export { fetchMnist } from './node/mnist/fetch-mnist.js';
export type { FetchMnistOptions, MnistProgress } from './node/mnist/options.js';
export {
  type ImageFolderDataset,
  readImageFolder,
  type ReadImageFolderOptions,
} from './node/images/read-image-folder.js';
export { isArrayFile } from './node/is-array-file.js';
export { OtherDatasetError } from './node/mnist-like/known-copy.js';
export {
  type MnistLikeDataset,
  readMnistLike,
  type ReadMnistLikeOptions,
} from './node/mnist-like/read-mnist-like.js';
export { readArrays, type ReadArraysOptions } from './node/read-arrays.js';
export { readIdxFile, type ReadIdxOptions } from './node/read-idx-file.js';
export { readTable } from './node/read-table.js';
