/** The values of a sparse matrix: doubles, floats or bytes. */
export type CsrValues = Float64Array | Float32Array | Uint8Array;

/** What indices may come in: whole numbers. */
export type CsrIndices = readonly number[] | Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** The three arrays of a sparse matrix. */
export interface CsrParts {
  /** The values that are stored, row after row; an array of numbers becomes doubles. SciPy's `data`. */
  readonly values: CsrValues | readonly number[];
  /** The column of each of them. SciPy's `indices`. */
  readonly columnIndices: CsrIndices;
  /** Where each row begins among them, and behind the last row how many there are: rows + 1 numbers. SciPy's `indptr`. */
  readonly rowPointers: CsrIndices;
}

/** Cells by row and column, in any order. */
export interface Triplets {
  readonly values: CsrValues | readonly number[];
  readonly rowIndices: CsrIndices;
  readonly columnIndices: CsrIndices;
}

/** The arrays of a sparse matrix whose rows are sorted. */
export interface SortedCells {
  readonly values: CsrValues;
  readonly columnIndices: Uint16Array | Uint32Array;
  readonly rowPointers: Uint32Array;
}

/** What a sparse matrix is made of. */
export interface CsrCells extends SortedCells {
  readonly rows: number;
  readonly columns: number;
}
