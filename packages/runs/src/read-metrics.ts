import * as v from 'valibot';

import type { TrainResult } from './train-result.js';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const step = { name: v.string(), params: v.record(v.string(), v.unknown()) };

const metrics = v.looseObject({
  created: v.pipe(v.string(), v.isoTimestamp()),
  dataset: v.string(),
  split: v.looseObject({
    testSize: finite,
    randomState: count,
    stratify: v.exactOptional(v.boolean()),
    testDataset: v.exactOptional(v.string()),
    nTrain: count,
    nTest: count,
  }),
  model: v.looseObject({ ...step, preprocess: v.exactOptional(v.array(v.looseObject(step))) }),
  threads: v.exactOptional(v.nullable(count)),
  classes: v.array(v.union([v.string(), v.number(), v.boolean()])),
  bestParams: v.exactOptional(v.record(v.string(), v.union([finite, v.literal('Infinity')]))),
  nIter: v.nullable(count),
  converged: v.nullable(v.boolean()),
  objective: v.nullable(finite),
  trainLogLoss: v.nullable(finite),
  accuracy: finite,
  accuracyOn: v.picklist(['test', 'train']),
  confusionMatrix: v.array(v.array(finite)),
  seconds: v.looseObject({ load: finite, fit: finite, predict: finite }),
});

/** What metrics.json holds: the result, and when the run was written. */
export interface Metrics {
  /** ISO 8601, UTC. */
  created: string;
  /** The result; `run` is null, because a folder may be moved. */
  result: TrainResult;
}

/**
 * Reads the text of a run's metrics.json.
 *
 * @throws SyntaxError when it is not JSON
 * @throws TypeError when a field is missing or of the wrong kind; the message names it
 */
export function readMetrics(text: string): Metrics {
  const parsed = v.safeParse(metrics, JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new TypeError(
      `${v.getDotPath(issue) ?? 'the content'}: expected ${issue.expected ?? 'another value'}`,
    );
  }
  const { created, ...result } = parsed.output;
  return { created, result: { ...result, run: null } };
}
