import type { ScoresTask } from '../backend.js';
import type { DesignMatrix } from '../design-matrix.js';
import type { Job } from './job.js';
import { KERNEL, rowIntegers } from './job-layout.js';
import { lanesFor, laneView, packParameters } from './lanes.js';
import { cutRows } from './row-blocks.js';
import { rowsOf } from './row-sums.js';
import { visited } from './rows-in-use.js';
import type { Scope } from './scope.js';
import { copyDesign, type StoredDesign } from './stored-designs.js';

/** A job that computes scores, and how they are read when it is done. */
export interface ScoresJob {
  readonly run: Job;
  /** Fills the scores: those of row i and class k at `i * classes + k`. */
  read(out: Float64Array): void;
}

/** Packs the weights and makes the job. */
export function prepareScores(scope: Scope, kept: StoredDesign, task: ScoresTask): ScoresJob {
  const { memory } = scope;
  const { parameters, constant, classes, precision = 'double' } = task;
  const stored = visited(kept, task.rows);
  const { rows, columns } = stored;
  const lanes = lanesFor(classes, precision);
  const weights = scope.keep(packParameters(memory, lanes, columns, parameters, constant));
  const output = scope.allocate(rows * lanes.stride);
  const cut = cutRows(stored, lanes.width, 0, lanes.size);
  const { rowsPerBlock, blocks, work } = cut;
  const order = scope.copyIn(task.rows);
  const integers = rowIntegers({ ...rowsOf(stored, lanes), order, rowsPerBlock, weights, output });
  return {
    run: { kernel: KERNEL.scores, integers, blocks, work },
    read(out) {
      const { width } = lanes;
      const found = laneView(memory, lanes, output, rows * width);
      for (let i = 0; i < rows; i++) {
        for (let k = 0; k < classes; k++) out[i * classes + k] = found[i * width + k];
      }
    },
  };
}

/** Bytes of a matrix that are copied into the kernels' memory at a time. */
const PART_BYTES = 8 * 2 ** 20;

/** Some rows of a matrix, from row `start` on. */
export interface Part {
  readonly start: number;
  readonly design: DesignMatrix;
  /** Copies them into the kernels' memory. */
  store(scope: Scope): StoredDesign;
}

/** A dense matrix part by part, so that little memory serves any number of rows; others as a whole. */
export function* parts(design: DesignMatrix): Generator<Part> {
  const step =
    design.kind === 'dense'
      ? Math.max(1, Math.floor(PART_BYTES / (design.columns * design.data.BYTES_PER_ELEMENT)))
      : design.rows;
  for (let start = 0; start < design.rows; start += step) {
    const part = rowsFrom(design, start, Math.min(design.rows, start + step));
    yield {
      start,
      design: part,
      store: (scope) => {
        const stored = copyDesign(scope.memory, part);
        scope.keep(stored.values);
        scope.keep(stored.indices);
        scope.keep(stored.pointers);
        return stored;
      },
    };
  }
}

function rowsFrom(design: DesignMatrix, start: number, end: number): DesignMatrix {
  if (design.kind === 'csr') return design;
  const { columns, data } = design;
  return { ...design, rows: end - start, data: data.subarray(start * columns, end * columns) };
}
