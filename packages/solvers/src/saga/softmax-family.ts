import { totalWeight } from '../objectives/l2.js';
import { multinomialObjective } from '../objectives/multinomial-objective.js';
import { classShares } from '../objectives/shares.js';
import type { Family } from './family.js';
import type { MultinomialSagaTraining } from './options.js';

/** One softmax problem of all classes. */
export function softmaxFamily(training: MultinomialSagaTraining): Family {
  const { design, targets, classes, weights, fitIntercept, backend, signal } = training;
  const total = totalWeight(weights, design.rows);
  const l2 = training.l2 / total;
  const objective = multinomialObjective({
    design,
    targets,
    classes,
    weights,
    l2,
    fitIntercept,
    backend,
    signal,
  });
  return {
    binary: undefined,
    classes,
    members: [{ objective, total, shares: classShares(targets, classes, weights) }],
    rowWeights: Float64Array.from(targets, (_, i) => weights?.[i] ?? 1),
    split: (parameters) => [parameters.subarray(0, objective.size)],
    join([point]) {
      const all = new Float64Array((design.columns + 1) * classes);
      all.set(point);
      return all;
    },
    async evaluate([point]) {
      const gradient = new Float64Array(objective.size);
      return [{ smooth: await objective.evaluate(point, gradient), gradient }];
    },
  };
}
