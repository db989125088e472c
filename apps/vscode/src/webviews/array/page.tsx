import { useCallback } from 'preact/hooks';

import type { arrayContract, ArraySource } from '../../protocol/webviews/array.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { LoadState } from '../shared/load-state.js';
import { useLoad } from '../shared/use-load.js';
import { ArrayFileView } from './file-view.js';
import { type ArrayState, keptState } from './state.js';
import { showFailure } from '../shared/failures.js';

type Props = PageProps<typeof arrayContract, ArraySource, ArrayState>;

/** A file of arrays: its images, or its numbers. */
export function ArrayPage({ host, saved, save }: Props) {
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.open({}, { signal }), [host]));
  if (loaded.state !== 'loaded') {
    return (
      <div class="page">
        <LoadState loaded={loaded} waiting={t('Opening the file…')} retry={retry} />
      </div>
    );
  }
  const { name, file, problem } = loaded.value;
  if (file === null || file.entries.length === 0) {
    const reason = problem ?? file?.broken[0]?.reason ?? t('The file holds no array.');
    return (
      <div class="page">
        <Problem title={name} message={reason} retry={retry}>
          <button type="button" onClick={() => showFailure(host.openAsBytes({}))}>
            {t('Open as Bytes or Text')}
          </button>
        </Problem>
      </div>
    );
  }
  return (
    <div class="page viewer">
      <ArrayFileView host={host} name={name} file={file} initial={keptState(saved, file)} save={save} />
    </div>
  );
}
