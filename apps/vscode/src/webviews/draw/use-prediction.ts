import { useEffect, useMemo, useState } from 'preact/hooks';
import { errorMessage } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { Ranking } from '../../protocol/values.js';
import type { drawContract } from '../../protocol/webviews/draw.js';
import { LatestQuestion } from './latest-question.js';

/** The prediction for the drawing. */
export interface Prediction {
  /** Undefined while nothing is drawn, or before the first prediction. */
  readonly ranking: Ranking | undefined;
  /** Why there is no prediction. */
  readonly problem: string | undefined;
  /** Whether the answer to what is drawn now is still awaited. */
  readonly isAwaited: boolean;
}

interface ImagePrediction extends Omit<Prediction, 'isAwaited'> {
  readonly image: Float64Array | undefined;
}

const NOTHING: ImagePrediction = { image: undefined, ranking: undefined, problem: undefined };

/** Predicts each image; until the prediction comes, that of the last image stays. */
export function usePrediction(
  host: Remote<typeof drawContract>,
  image: Float64Array | undefined,
): Prediction {
  const [latest, setLatest] = useState(NOTHING);
  const questions = useMemo(
    () =>
      new LatestQuestion(
        (asked: Float64Array) => host.predict({ image: asked }),
        (ranking, asked) => setLatest({ image: asked, ranking, problem: undefined }),
        (error, asked) => {
          const problem = errorMessage(error);
          setLatest({ image: asked, ranking: undefined, problem });
        },
      ),
    [host],
  );
  useEffect(() => () => questions.forget(), [questions]);
  useEffect(() => {
    if (image !== undefined) {
      questions.ask(image);
      return;
    }
    questions.forget();
    setLatest(NOTHING);
  }, [questions, image]);
  return { ...latest, isAwaited: latest.image !== image };
}
