export type { ArrayEntry, BrokenEntry, IndexRange } from './array/array-entry.js';
export type { TextArray } from './array/text-array.js';
export {
  ArrayFileError,
  type ArrayFileFault,
  type ArrayFilePlace,
  type ArrayFileProblem,
  type ArrayFormat,
} from './array-file-error.js';
export type { ByteOrder, DType, Elements } from './array/dtypes.js';
export type { ArrayKind, ImageLayout } from './array/kind.js';
export { bytesSource, type ByteSource } from './bytes/byte-source.js';
export { gunzipChunks } from './bytes/gunzip-chunks.js';
export { detect as detectFormat, DETECT_BYTES, type Detected } from './detect.js';
export { displayName } from './display-name.js';
export type { IdxData, IdxElementType, IdxType } from './idx/elements.js';
export { checkIdxBody, idxHeaderLength, parseIdxHeader, type IdxHeader } from './idx/header.js';
export { IdxError, type IdxProblem } from './idx/idx-error.js';
export { parseIdx, type IdxArray, type ParseIdxOptions } from './idx/parse-idx.js';
export { createNpy } from './npy/create-npy.js';
export { openArray, type ArrayFile } from './open-array.js';
export type { OpenArrayOptions } from './settings.js';
