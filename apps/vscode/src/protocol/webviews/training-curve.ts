import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { progressFigure, trainingPoint } from '../training.js';
import { count } from '../values.js';

/** What the panel shows: a job of this window. The title tells it from a job of the same number after a reload. */
export const trainingCurveSource = v.object({ job: v.string(), title: v.string() });

/** Where a job stands; 'lost' is one that this window does not know. */
export const curveState = v.variant('kind', [
  v.object({ kind: v.literal('running'), phase: v.picklist(['loading', 'fitting', 'scoring']) }),
  v.object({ kind: v.literal('done'), run: v.nullable(v.string()), accuracy: v.number() }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
  v.object({ kind: v.literal('stopped') }),
  v.object({ kind: v.literal('lost') }),
]);

/** Where a job stands. */
export type CurveState = v.InferOutput<typeof curveState>;

/** The name of a state: another one for each state that the page shows differently. */
export function stateKey(state: CurveState): string {
  return state.kind === 'running' ? `running ${state.phase}` : state.kind;
}

/** The state of a job, and its iterations since it was last asked. */
export const curveUpdate = v.object({
  state: curveState,
  /** What the points say, in the order of the charts. */
  figures: v.array(progressFigure),
  /** How many problems are solved side by side: one, or with one-vs-rest one a class. */
  problems: count,
  /** The iterations since. */
  points: v.array(trainingPoint),
  /** Whether there are more of them. */
  hasMore: v.boolean(),
});

/** The state of a job, and its iterations since it was last asked. */
export type CurveUpdate = v.InferOutput<typeof curveUpdate>;

/** What the host does for the webview. */
export const trainingCurveContract = {
  /** Answers when there is more than `after` points or another state than `seen`. */
  next: { params: v.object({ after: count, seen: v.nullable(v.string()) }), result: curveUpdate },
  stop: { params: v.object({}), result: v.null() },
  /** Opens a view of the run that the job left. */
  open: { params: v.object({ view: v.picklist(['report', 'matrix']) }), result: v.null() },
  showLog: { params: v.object({}), result: v.null() },
} satisfies Contract;
