import { useCallback } from 'preact/hooks';

import type { DigitsSource, digitsContract } from '../../protocol/webviews/digits.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { LoadState } from '../shared/load-state.js';
import { useLoad } from '../shared/use-load.js';
import { digitsOf } from './digits-view.js';
import { Gallery } from './gallery.js';
import { type DigitsState, firstState, keptState } from './state.js';

type Props = PageProps<typeof digitsContract, DigitsSource, DigitsState>;

/** A data set's images, with the predictions of a run's model. */
export function DigitsPage(props: Props) {
  const { host, saved } = props;
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { facts, codes, run, runProblem } = await host.load({}, { signal });
      return { digits: digitsOf(facts, codes, run), runProblem };
    },
    [host],
  );
  const [loaded, retry] = useLoad(load);
  if (loaded.state !== 'loaded') {
    return (
      <div class="page">
        <LoadState loaded={loaded} waiting={t('Loading the images…')} retry={retry} />
      </div>
    );
  }
  const { digits, runProblem } = loaded.value;
  const first = firstState(Math.max(...(digits.facts.imageShape ?? [8, 8])), digits.run !== null);
  return (
    <div class="page viewer">
      {runProblem !== null && (
        <Problem message={t('What the run’s model says is not known: {0}', runProblem)} retry={retry} />
      )}
      <Gallery
        host={host}
        digits={digits}
        initial={keptState(saved, first)}
        save={(state) => props.save(state)}
      />
    </div>
  );
}
