export { AbstractMatrix, Matrix } from 'ml-matrix';
export { ByteMatrix } from './byte-matrix.js';
export type { CsrDesign, DenseDesign, DesignMatrix } from './design-matrix.js';
export type { Label, LabelArray, Labels } from './labels.js';
export { isByteMatrix, type MatrixLike, type NumberRow } from './matrix-like.js';
