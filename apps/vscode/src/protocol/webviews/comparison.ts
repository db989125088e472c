import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { count, uri } from '../values.js';

/** What the panel shows: runs, or the jobs that compare solvers. */
export const comparisonSource = v.variant('kind', [
  v.object({ kind: v.literal('runs'), runs: v.pipe(v.array(uri), v.minLength(1)) }),
  v.object({
    kind: v.literal('solvers'),
    /** What they are trained on. */
    title: v.string(),
    /** The titles of the jobs, in the order in which they are done. */
    plan: v.pipe(v.array(v.string()), v.minLength(1)),
    /** The latest job before the first of them; null when there was none. */
    after: v.nullable(v.string()),
  }),
]);

/** What the panel shows. */
export type ComparisonSource = v.InferOutput<typeof comparisonSource>;

/** One run, or one solver. */
export const comparedRow = v.object({
  /** Tells it from the others. */
  key: v.string(),
  name: v.string(),
  /** 'missing': its run, or the window that trained it, is gone. */
  state: v.picklist(['waiting', 'running', 'done', 'failed', 'stopped', 'missing']),
  /** What went wrong, if something did. */
  note: v.string(),
  dataset: v.string(),
  /** What the classifier is called where there is little room. */
  estimator: v.string(),
  /** Seconds of training so far. */
  seconds: v.nullable(v.number()),
  accuracy: v.nullable(v.number()),
  iterations: v.nullable(count),
  converged: v.nullable(v.boolean()),
  /** The text of its run folder's URI. */
  run: v.nullable(v.string()),
});

/** One run, or one solver. */
export type ComparedRow = v.InferOutput<typeof comparedRow>;

/** What the host does for the webview. */
export const comparisonContract = {
  /** Answers when there is something other than what had the number `seen`; 0 is before anything. */
  next: {
    params: v.object({ seen: count }),
    result: v.object({ number: count, isLive: v.boolean(), rows: v.array(comparedRow) }),
  },
  /** Opens a view of one run. */
  open: { params: v.object({ run: uri, view: v.picklist(['report', 'matrix']) }), result: v.null() },
} satisfies Contract;
