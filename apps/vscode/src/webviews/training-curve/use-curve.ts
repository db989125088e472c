import { useEffect, useState } from 'preact/hooks';
import { errorMessage } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { ProgressFigure, TrainingPoint } from '../../protocol/training.js';
import {
  type CurveState,
  stateKey,
  type trainingCurveContract,
} from '../../protocol/webviews/training-curve.js';

/** What is known of a job. */
export interface Curve {
  readonly state: CurveState | undefined;
  readonly figures: readonly ProgressFigure[];
  readonly points: readonly TrainingPoint[];
  readonly problems: number;
  /** Why no more is heard of it. */
  readonly problem: string | undefined;
}

const NOTHING: Curve = { state: undefined, figures: [], points: [], problems: 1, problem: undefined };

/** Follows a job until it ends, by asking again and again for what is new. */
export function useCurve(host: Remote<typeof trainingCurveContract>, attempt: number): Curve {
  const [curve, setCurve] = useState(NOTHING);
  useEffect(() => {
    const controller = new AbortController();
    follow(host, controller.signal, setCurve).catch((error: unknown) => {
      if (controller.signal.aborted) return;
      const problem = errorMessage(error);
      setCurve((before) => ({ ...before, problem }));
    });
    return () => controller.abort();
  }, [host, attempt]);
  return curve;
}

async function follow(
  host: Remote<typeof trainingCurveContract>,
  signal: AbortSignal,
  tell: (curve: Curve) => void,
): Promise<void> {
  let curve = NOTHING;
  for (let isOpen = true; isOpen;) {
    const { state } = curve;
    const seen = state === undefined ? null : stateKey(state);
    const update = await host.next({ after: curve.points.length, seen }, { signal });
    curve = {
      ...curve,
      state: update.state,
      figures: update.figures,
      problems: update.problems,
      points: [...curve.points, ...update.points],
    };
    tell(curve);
    isOpen = update.hasMore || update.state.kind === 'running';
  }
}
