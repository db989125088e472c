import { columnOf, oneVsRestRows, setColumn } from '@tenfold/linalg';

import { solveTogether } from '../losses/solve-together.js';
import {
  binaryLogisticObjective,
  type BinaryLogisticProblem,
} from '../objectives/binary-logistic-objective.js';
import { totalWeight } from '../objectives/l2.js';
import { positiveShare } from '../objectives/shares.js';
import type { Family, FamilyMember } from './family.js';
import type { BinarySagaTraining } from './options.js';

/** Binary problems, each a class against all others. */
export function binaryFamily(training: BinarySagaTraining): Family {
  const { design, targets, weights, problems, fitIntercept, backend, signal } = training;
  const each = problems.map((problem): FamilyMember & { readonly rows: BinaryLogisticProblem } => {
    const own = oneVsRestRows(targets, weights, problem);
    const total = totalWeight(own.weights, design.rows);
    const rows = { design, ...own, l2: training.l2 / total, fitIntercept, backend, signal };
    return {
      rows,
      objective: binaryLogisticObjective(rows),
      total,
      shares: [positiveShare(own.targets, own.weights)],
    };
  });
  const size = design.columns + (fitIntercept ? 1 : 0);
  const constant = fitIntercept ? 1 : 0;
  return {
    binary: problems,
    classes: problems.length,
    members: each,
    rowWeights: Float64Array.from(targets, (_, i) =>
      each.reduce((most, { rows }) => Math.max(most, rows.weights?.[i] ?? 1), 0),
    ),
    split: (parameters) => problems.map((_, k) => columnOf(parameters, k, problems.length).subarray(0, size)),
    join(points) {
      const all = new Float64Array((design.columns + 1) * points.length);
      for (const [k, point] of points.entries()) setColumn(all, k, points.length, point);
      return all;
    },
    evaluate: (points) =>
      solveTogether({ design, targets, weights, constant, backend, signal }, problems, async (kernel, k) => {
        const gradient = new Float64Array(size);
        const objective = binaryLogisticObjective({ ...each[k].rows, kernel });
        return { smooth: await objective.evaluate(points[k], gradient), gradient };
      }),
  };
}
