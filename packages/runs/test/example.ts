import type { TrainResult } from '../src/index.js';

/** A result as a run on three classes could give it. */
export const exampleResult: TrainResult = {
  dataset: 'flowers',
  split: { testSize: 0.25, randomState: 0, nTrain: 112, nTest: 38 },
  model: { name: 'LogisticRegression', params: { solver: 'lbfgs', C: 1, classWeight: null } },
  classes: ['<setosa>', 'versicolor', 'virginica'],
  nIter: 100,
  converged: false,
  objective: 12.5,
  trainLogLoss: 0.1,
  accuracy: 36 / 38,
  accuracyOn: 'test',
  confusionMatrix: [
    [13, 0, 0],
    [0, 15, 1],
    [0, 1, 8],
  ],
  seconds: { load: 0.01, fit: 0.5, predict: 0.001 },
  run: null,
};

/** The text of a metrics.json, with some fields replaced. */
export function exampleMetrics(replaced: Record<string, unknown> = {}): string {
  return JSON.stringify({ created: '2026-01-01T00:00:00.000Z', ...exampleResult, ...replaced });
}
