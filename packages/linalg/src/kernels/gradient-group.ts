import type { OneVsRest } from '../backend.js';
import { type Lanes, lanesFor } from './lanes.js';
import type { Scope } from './scope.js';

/** Bytes of a cell that is laid out; see assembly/stochastic/cells.ts. */
const CELL_BYTES = 24;

/** Some of the classes or problems of a run. */
export interface GroupTask {
  readonly rows: number;
  readonly columns: number;
  /** The number of the first. */
  readonly first: number;
  /** How many. */
  readonly classes: number;
  /** The problems themselves; undefined for classes of a softmax. */
  readonly problems: readonly OneVsRest[] | undefined;
}

/** What one thread walks with: weights, sums and remembered derivatives of a group, in the kernels' memory. */
export class GradientGroup {
  readonly #scope: Scope;
  readonly #task: GroupTask;
  readonly #lanes: Lanes;
  readonly #weights: number;
  readonly #intercepts: number;
  /** Where everything is; see assembly/stochastic/group.ts. */
  readonly words: Uint32Array;

  /**
   * @param scope gives memory, and takes it back
   * @param task the group
   * @param draws most draws of a job
   */
  constructor(scope: Scope, task: GroupTask, draws: number) {
    this.#scope = scope;
    this.#task = task;
    this.#lanes = lanesFor(task.classes, 'double');
    const { rows, columns } = task;
    const { stride } = this.#lanes;
    this.#weights = zeros(scope, columns * stride);
    this.#intercepts = zeros(scope, stride);
    this.words = Uint32Array.of(
      stride,
      this.#weights,
      zeros(scope, columns * stride),
      zeros(scope, rows * stride),
      this.#intercepts,
      zeros(scope, stride),
      ...sides(scope, this.#lanes, task.problems),
      scope.allocate(4 * columns),
      scope.allocate(8 * (draws + 1)),
      scope.allocate(CELL_BYTES * (columns + 1)),
    );
  }

  /** Whether one of its problems is active. */
  matters(active: readonly boolean[]): boolean {
    const { first, classes, problems } = this.#task;
    return problems === undefined || active.slice(first, first + classes).includes(true);
  }

  /** Writes its share into the parameters of `all` classes. */
  read(out: Float64Array, all: number): void {
    const { columns, classes, first } = this.#task;
    const { weights, intercepts } = this.#views();
    const { width } = this.#lanes;
    for (let j = 0; j < columns; j++) {
      for (let k = 0; k < classes; k++) out[j * all + first + k] = weights[j * width + k];
    }
    for (let k = 0; k < classes; k++) out[columns * all + first + k] = intercepts[k];
  }

  /** Takes its share of the parameters of `all` classes. */
  write(parameters: Float64Array, all: number): void {
    const { columns, classes, first, problems } = this.#task;
    const { weights, intercepts } = this.#views();
    const { width } = this.#lanes;
    for (let j = 0; j < columns; j++) {
      for (let k = 0; k < classes; k++) weights[j * width + k] = parameters[j * all + first + k];
    }
    for (let k = 0; k < classes; k++) intercepts[k] = parameters[columns * all + first + k];
    // A lane without a class takes no part in a softmax.
    if (problems === undefined) intercepts.fill(-Infinity, classes);
  }

  #views(): { weights: Float64Array; intercepts: Float64Array } {
    const { memory } = this.#scope;
    const { width } = this.#lanes;
    return {
      weights: memory.f64(this.#weights, this.#task.columns * width),
      intercepts: memory.f64(this.#intercepts, width),
    };
  }
}

function zeros(scope: Scope, bytes: number): number {
  const address = scope.allocate(bytes);
  scope.memory.u8(address, bytes).fill(0);
  return address;
}

/** The positive class of each lane and what its sides count; 0 twice for a softmax. */
function sides(scope: Scope, { width }: Lanes, problems: readonly OneVsRest[] | undefined): [number, number] {
  if (problems === undefined) return [0, 0];
  const positives = new Int32Array(width).fill(-1);
  const sideWeights = new Float64Array(2 * width);
  for (const [lane, problem] of problems.entries()) {
    positives[lane] = problem.positive;
    sideWeights.set([problem.negativeWeight, problem.positiveWeight], 2 * lane);
  }
  return [scope.copyIn(positives), scope.copyIn(sideWeights)];
}
