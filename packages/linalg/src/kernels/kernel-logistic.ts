import type {
  CurvatureTask,
  LogisticOperations,
  MultinomialCurvatureTask,
  MultinomialLogisticTask,
  OneVsRestOutput,
  OneVsRestTask,
  RowTask,
} from '../backend.js';
import { gatherCurvatures, packProbabilities, scatterCurvatures, unpackProbabilities } from './curvatures.js';
import { KERNEL } from './job-layout.js';
import type { KernelParts } from './kernel-parts.js';
import { lanesFor } from './lanes.js';
import { type RowSum, sumRows } from './row-sums.js';
import { rowsInUse } from './rows-in-use.js';
import { withScope } from './scope.js';

/** Losses, gradients and products with Hessians on the kernels. */
export function kernelLogistic(parts: KernelParts): LogisticOperations {
  return {
    multinomial: (task, gradient, probabilities) => multinomial(parts, task, gradient, probabilities),
    oneVsRest: (task, output) => oneVsRest(parts, task, output),
    hessianVectorProducts: (task, directions, out) => products(parts, task, directions, out),
    multinomialHessianVectorProduct: (task, direction, out) =>
      multinomialProduct(parts, task, direction, out),
  };
}

async function multinomial(
  parts: KernelParts,
  task: MultinomialLogisticTask,
  gradient: Float64Array,
  probabilities: Float64Array | undefined,
): Promise<number> {
  const { classes, precision = 'double', parameters, design } = task;
  const { engine } = parts;
  const lanes = lanesFor(classes, precision);
  return withScope(engine.memory, async (scope) => {
    const kept = probabilities === undefined ? 0 : scope.allocate(lanes.stride * design.rows);
    const [loss] = await sumRows(engine, scope, {
      kernel: precision === 'single' ? KERNEL.multinomialF32 : KERNEL.multinomialF64,
      ...common(parts, task),
      lanes,
      parameters,
      idle: -Infinity,
      lossesPerBlock: 1,
      // Probabilities are asked for of all rows.
      order: task.weights && probabilities === undefined ? rowsInUse(task.weights) : undefined,
      args: {
        targets: scope.copyIn(task.targets),
        rowWeights: scope.copyIn(task.weights),
        curvatures: kept,
      },
      out: gradient,
    });
    if (probabilities !== undefined) unpackProbabilities(scope.memory, lanes, kept, probabilities);
    return loss;
  });
}

async function multinomialProduct(
  parts: KernelParts,
  task: MultinomialCurvatureTask,
  direction: Float64Array,
  out: Float64Array,
): Promise<void> {
  const { classes, probabilities, precision = 'double' } = task;
  const { engine } = parts;
  const lanes = lanesFor(classes, precision);
  await withScope(engine.memory, (scope) =>
    sumRows(engine, scope, {
      kernel:
        precision === 'single' ? KERNEL.multinomialHessianVectorF32 : KERNEL.multinomialHessianVectorF64,
      ...common(parts, task),
      lanes,
      parameters: direction,
      lossesPerBlock: 0,
      order: task.weights && rowsInUse(task.weights),
      args: {
        curvatures: scope.keep(packProbabilities(scope.memory, lanes, probabilities)),
        rowWeights: scope.copyIn(task.weights),
      },
      out,
    }),
  );
}

async function oneVsRest(parts: KernelParts, task: OneVsRestTask, output: OneVsRestOutput): Promise<void> {
  const { problems, precision = 'double', parameters, design } = task;
  const { engine } = parts;
  const lanes = lanesFor(problems.length, precision);
  await withScope(engine.memory, async (scope) => {
    const positives = new Int32Array(lanes.width).fill(-1);
    const sideWeights = new Float64Array(2 * lanes.width);
    for (const [lane, problem] of problems.entries()) {
      positives[lane] = problem.positive;
      sideWeights.set([problem.negativeWeight, problem.positiveWeight], 2 * lane);
    }
    const { curvatures } = output;
    const curvatureAt = curvatures === undefined ? 0 : scope.allocate(8 * lanes.width * design.rows);
    const order = task.weights && rowsInUse(task.weights);
    // What is not visited has no curvature.
    if (order !== undefined && curvatures !== undefined)
      scope.memory.f64(curvatureAt, lanes.width * design.rows).fill(0);
    const losses = await sumRows(engine, scope, {
      kernel: precision === 'single' ? KERNEL.oneVsRestF32 : KERNEL.oneVsRestF64,
      ...common(parts, task),
      lanes,
      parameters,
      lossesPerBlock: lanes.width,
      order,
      args: {
        targets: scope.copyIn(task.targets),
        rowWeights: scope.copyIn(task.weights),
        positives: scope.copyIn(positives),
        sideWeights: scope.copyIn(sideWeights),
        curvatures: curvatureAt,
      },
      out: output.gradient,
    });
    output.losses.set(losses.subarray(0, problems.length));
    if (curvatures !== undefined) scatterCurvatures(scope.memory, curvatureAt, lanes.width, curvatures);
  });
}

async function products(
  parts: KernelParts,
  task: CurvatureTask,
  directions: Float64Array,
  out: Float64Array,
): Promise<void> {
  const { curvatures, precision = 'double' } = task;
  const { engine } = parts;
  const lanes = lanesFor(curvatures.length, precision);
  await withScope(engine.memory, (scope) =>
    sumRows(engine, scope, {
      kernel: precision === 'single' ? KERNEL.hessianVectorF32 : KERNEL.hessianVectorF64,
      ...common(parts, task),
      lanes,
      parameters: directions,
      lossesPerBlock: 0,
      order: rowsInUse(...curvatures),
      args: { curvatures: scope.keep(gatherCurvatures(scope.memory, lanes, curvatures)) },
      out,
    }),
  );
}

function common(
  { designs, threads }: KernelParts,
  task: RowTask,
): Pick<RowSum, 'task' | 'stored' | 'threads'> {
  return { task, stored: designs.get(task.design), threads };
}
