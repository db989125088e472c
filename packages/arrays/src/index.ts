export type { IdxData, IdxElementType, IdxType } from './idx/elements.js';
export { checkIdxBody, idxHeaderLength, parseIdxHeader, type IdxHeader } from './idx/header.js';
export { IdxError, type IdxProblem } from './idx/idx-error.js';
export { parseIdx, type IdxArray, type ParseIdxOptions } from './idx/parse-idx.js';
