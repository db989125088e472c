import type { Computation, Step } from '@tenfold/base';
import { done } from '@tenfold/base';
import { type DesignMatrix, kernelBackend, type ScoresTask } from '@tenfold/linalg';

import type { LinearWeights } from './fitted.js';

/** The scores of every row: one a row for two classes, else one a class. */
export function* scoreRows(state: LinearWeights, design: DesignMatrix): Computation<Float64Array> {
  return yield* done(scoresStep(scoresTask(state, design)));
}

/** What the scores of rows are made from. */
export function scoresTask({ coef, intercept }: LinearWeights, design: DesignMatrix): ScoresTask {
  const classes = coef.rows;
  const parameters = new Float64Array((coef.columns + 1) * classes);
  for (let k = 0; k < classes; k++) {
    for (let j = 0; j < coef.columns; j++) parameters[j * classes + k] = coef.get(k, j);
    parameters[coef.columns * classes + k] = intercept[k];
  }
  return { design, parameters, classes, constant: 1 };
}

/** The scores of a task's rows, row after row. */
export function scoresStep(task: ScoresTask): Step<Float64Array> {
  return {
    now: () => kernelBackend().rows.scoresNow(task),
    later: async ({ backend, signal }) => {
      const scores = new Float64Array(task.design.rows * task.classes);
      await backend.rows.scores({ ...task, once: true, signal }, scores);
      return scores;
    },
  };
}
