/** One class label. */
export type Label = number | string;

/** The typed arrays that may hold labels. */
export type LabelArray =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The labels of many samples: numbers or text, in an array or a typed array. */
export type Labels = readonly number[] | readonly string[] | LabelArray;
