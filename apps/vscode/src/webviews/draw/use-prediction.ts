import { useEffect, useMemo, useState } from 'preact/hooks';
import { errorMessage } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { Ranking } from '../../protocol/values.js';
import type { drawContract } from '../../protocol/webviews/draw.js';
import { LatestQuestion } from './latest-question.js';

/** What a model says of what is drawn. */
export interface Prediction {
  /** Undefined while nothing is drawn, or nothing has been said yet. */
  readonly ranking: Ranking | undefined;
  /** Why nothing is said. */
  readonly problem: string | undefined;
  /** Whether the answer to what is drawn now is still awaited. */
  readonly isAwaited: boolean;
}

interface Said extends Omit<Prediction, 'isAwaited'> {
  readonly image: Float64Array | undefined;
}

const NOTHING: Said = { image: undefined, ranking: undefined, problem: undefined };

/** Asks a model about each image; until it answers, what it said of the last one stays. */
export function usePrediction(
  host: Remote<typeof drawContract>,
  image: Float64Array | undefined,
): Prediction {
  const [said, setSaid] = useState(NOTHING);
  const questions = useMemo(
    () =>
      new LatestQuestion(
        (asked: Float64Array) => host.predict({ image: asked }),
        (ranking, asked) => setSaid({ image: asked, ranking, problem: undefined }),
        (error, asked) => {
          const problem = errorMessage(error);
          setSaid({ image: asked, ranking: undefined, problem });
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
    setSaid(NOTHING);
  }, [questions, image]);
  return { ...said, isAwaited: said.image !== image };
}
