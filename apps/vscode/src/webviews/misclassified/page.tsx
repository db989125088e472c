import { useCallback } from 'preact/hooks';

import type { misclassifiedContract } from '../../protocol/webviews/misclassified.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { LoadState } from '../shared/load-state.js';
import { useLoad } from '../shared/use-load.js';
import { Gallery } from './gallery.js';
import type { GalleryState } from './state.js';

type Props = PageProps<typeof misclassifiedContract, { run: string }, GalleryState>;

/** The images that a run's model got wrong. */
export function MisclassifiedPage(props: Props) {
  const { host, saved } = props;
  const load = useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]);
  const [loaded, retry] = useLoad(load);
  return (
    <div class="page viewer">
      <LoadState loaded={loaded} waiting={t('Looking for the mistakes…')} retry={retry} />
      {loaded.state === 'loaded' && (
        <Gallery host={host} mistakes={loaded.value} saved={saved} save={(state) => props.save(state)} />
      )}
    </div>
  );
}
