// How jobs lie in shared memory, as assembly/job.ts and assembly/rows/row-job.ts have it.

/** Byte offsets of a job's own fields. */
export const JOB = {
  /** u32: next block; the generation follows. */
  next: 0,
  generation: 4,
  blocks: 8,
  done: 12,
  finished: 16,
  kernel: 20,
  owners: 24,
  integers: 64,
  doubles: 256,
  bytes: 320,
} as const;

/** The kernels' numbers in assembly/run-kernel.ts. */
export const KERNEL = {
  multinomialF32: 0,
  multinomialF64: 1,
  oneVsRestF32: 2,
  oneVsRestF64: 3,
  hessianVectorF32: 4,
  hessianVectorF64: 5,
  hessianDiagonal: 6,
  scores: 7,
  gram: 8,
  factor: 9,
  countNonzeros: 10,
  compress: 11,
  packF32: 20,
  packF64: 21,
  gemmF32: 22,
  gemmF64: 23,
  gemvF32: 24,
  gemvF64: 25,
  dotF32: 26,
  dotF64: 27,
  axpyF32: 28,
  axpyF64: 29,
  squaresF32: 30,
  squaresF64: 31,
  triangleF32: 32,
  triangleF64: 33,
  choleskyF32: 34,
  choleskyF64: 35,
  luF32: 36,
  luF64: 37,
} as const;

/** Arguments of kernels over rows, in their positions; addresses may be 0 for "none". */
export interface RowArguments {
  readonly rows: number;
  readonly columns: number;
  readonly values: number;
  readonly indices: number;
  readonly pointers: number;
  readonly rowsPerBlock: number;
  readonly format: number;
  readonly lanes: number;
  readonly stride: number;
  readonly weights: number;
  readonly targets: number;
  readonly rowWeights: number;
  readonly partials: number;
  readonly losses: number;
  readonly positives: number;
  readonly curvatures: number;
  readonly sideWeights: number;
  readonly output: number;
  readonly order: number;
}

const ROW_ARGUMENTS = [
  'rows',
  'columns',
  'values',
  'indices',
  'pointers',
  'rowsPerBlock',
  'format',
  undefined,
  'lanes',
  'stride',
  'weights',
  'targets',
  'rowWeights',
  'partials',
  'losses',
  'positives',
  'curvatures',
  'sideWeights',
  'output',
  'order',
] as const satisfies readonly (keyof RowArguments | undefined)[];

/** The arguments as a job takes them. */
export function rowIntegers(args: Partial<RowArguments>): number[] {
  return ROW_ARGUMENTS.map((name) => (name === undefined ? 0 : (args[name] ?? 0)));
}
