import * as v from 'valibot';

// The values that more than one contract speaks of. Typed arrays are recognised by their tag, as they come from other realms.

const tagged = <T>(tag: string): v.GenericSchema<T> =>
  v.custom<T>((value) => Object.prototype.toString.call(value) === `[object ${tag}]`, `Expected ${tag}`);

/** Bytes. */
export const bytes = tagged<Uint8Array>('Uint8Array');

/** Floats. */
export const floats = tagged<Float32Array>('Float32Array');

/** Doubles. */
export const doubles = tagged<Float64Array>('Float64Array');

/** Unsigned 32-bit integers: numbers of rows. */
export const rowNumbers = tagged<Uint32Array>('Uint32Array');

/** Unsigned 16-bit integers: numbers of classes. */
export const classNumbers = tagged<Uint16Array>('Uint16Array');

/** A whole number, 0 or more. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A label. */
export const label = v.union([v.number(), v.string(), v.boolean()]);

/** A label. */
export type Label = v.InferOutput<typeof label>;

/** Where a file or a folder is: the text of a URI. */
export const uri = v.pipe(v.string(), v.nonEmpty());

/** A data set. */
export const datasetRef = v.variant('kind', [
  v.object({ kind: v.literal('digits') }),
  v.object({ kind: v.literal('mnist'), order: v.picklist(['original', 'mldata']) }),
  /** A table with a header: CSV. The columns of `drop` are left out. */
  v.object({
    kind: v.literal('table'),
    file: uri,
    target: v.string(),
    drop: v.optional(v.array(v.string())),
  }),
  /** Images in one file and their labels in another: IDX or NPY. */
  v.object({ kind: v.literal('images'), file: uri, labels: uri }),
  /** Images and their labels as two arrays of one NPZ archive. */
  v.object({ kind: v.literal('archive'), file: uri, images: v.string(), labels: v.string() }),
]);

/** A data set. */
export type DatasetRef = v.InferOutput<typeof datasetRef>;

/** How a table is read so that its columns and labels are a model's: see `Reading` of @tenfold/runs. */
export const reading = v.object({
  columns: v.optional(v.array(v.string())),
  labelType: v.optional(v.picklist(['number', 'text', 'boolean'])),
});

/** What a data set is. */
export const datasetFacts = v.object({
  name: v.string(),
  rows: count,
  columns: count,
  /** Height and width, or null when the rows are no images. */
  imageShape: v.nullable(v.tuple([count, count])),
  /** The largest value of a pixel. */
  maximum: v.number(),
  classes: v.array(label),
});

/** What a data set is. */
export type DatasetFacts = v.InferOutput<typeof datasetFacts>;

/** Which rows are kept for testing: see `SplitChoice` of @tenfold/runs. */
export const splitChoice = v.object({
  testSize: v.pipe(v.number(), v.minValue(0)),
  randomState: count,
  stratify: v.optional(v.boolean()),
});

/** Which rows are kept for testing. */
export type SplitChoice = v.InferOutput<typeof splitChoice>;

/** What can be looked at in a model, by the names that `View` of @tenfold/base has; there may be others. */
export const views = v.array(v.string());

/**
 * What a model says of rows: as many classes of each, the most probable first, with their probabilities. A model without
 * probabilities says one class a row.
 */
export const ranking = v.object({ top: classNumbers, probabilities: v.nullable(floats) });

/** The predictions of a model for rows. */
export type Ranking = v.InferOutput<typeof ranking>;

/** What a model says of rows, with its classes, which `top` counts. */
export const prediction = v.object({ classes: v.array(label), ...ranking.entries });

/** What a model says of rows, with its classes. */
export type Prediction = v.InferOutput<typeof prediction>;

/** Images, each of height × width bytes from black (0) to white (255), with the number of each one's class. */
export const imagePage = v.object({ rows: rowNumbers, pixels: bytes, actual: classNumbers });

/** A page of images. */
export type ImagePage = v.InferOutput<typeof imagePage>;

/** What an array of a file is: NumPy's name of its type, or "text", and the size of each dimension. */
export const arrayFacts = v.object({ name: v.string(), dtype: v.string(), shape: v.array(count) });

/** What an array of a file is. */
export type ArrayFacts = v.InferOutput<typeof arrayFacts>;

/** The arrays of a file, and those that cannot be read, with the reason. */
export const fileArrays = v.object({
  arrays: v.array(arrayFacts),
  broken: v.array(v.object({ name: v.string(), reason: v.string() })),
});

/** The arrays of a file, and those that cannot be read. */
export type FileArrays = v.InferOutput<typeof fileArrays>;
