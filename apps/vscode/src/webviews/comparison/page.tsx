import { useEffect, useState } from 'preact/hooks';
import { errorMessage, formatDuration, formatShare } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type {
  ComparedRow,
  comparisonContract,
  ComparisonSource,
} from '../../protocol/webviews/comparison.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { ComparisonTable } from './comparison-table.js';
import { Scatter } from './scatter.js';
import type { Sorting } from './sort-rows.js';

interface Saved {
  readonly sorting: Sorting;
  readonly hidden: readonly string[];
}

type Props = PageProps<typeof comparisonContract, ComparisonSource, Saved>;

/** Runs or solvers: time against accuracy. */
export function ComparisonPage({ source, host, saved, save }: Props) {
  const [attempt, setAttempt] = useState(0);
  const { rows, problem } = useRows(host, attempt);
  const [view, setView] = useState<Saved>(
    saved ?? { sorting: { column: 'accuracy', isDescending: true }, hidden: [] },
  );
  const [current, setCurrent] = useState<string>();
  const change = (part: Partial<Saved>): void => {
    const next = { ...view, ...part };
    setView(next);
    save(next);
  };
  const onHide = (key: string, isHidden: boolean): void => {
    const others = view.hidden.filter((other) => other !== key);
    change({ hidden: isHidden ? [...others, key] : others });
  };
  const shown = rows?.filter(({ key }) => !view.hidden.includes(key)) ?? [];
  return (
    <div class="page">
      <h1>{heading(source, rows ?? [])}</h1>
      <p class="lead" role="status">
        {rows === undefined ? t('Loading…') : summary(rows)}
      </p>
      {problem !== undefined && <Problem message={problem} retry={() => setAttempt(attempt + 1)} />}
      {rows !== undefined && (
        <>
          <Scatter rows={shown} current={current} onCurrent={setCurrent} />
          <ComparisonTable
            rows={rows}
            sorting={view.sorting}
            onSort={(sorting) => change({ sorting })}
            hidden={view.hidden}
            onHide={onHide}
            current={current}
            onCurrent={setCurrent}
            host={host}
          />
        </>
      )}
    </div>
  );
}

function heading(source: ComparisonSource, rows: readonly ComparedRow[]): string {
  if (source.kind === 'solvers') return t('Solvers on {0}', source.title);
  const datasets = [...new Set(rows.map(({ dataset }) => dataset).filter((name) => name !== ''))];
  return datasets.length === 1 ? t('Runs on {0}', datasets[0]) : t('Comparison of runs');
}

function summary(rows: readonly ComparedRow[]): string {
  const done = rows.filter(({ state, accuracy }) => state === 'done' && accuracy !== null);
  const waiting = rows.filter(({ state }) => state === 'running' || state === 'waiting').length;
  if (waiting > 0) return t('{0} of {1} done.', done.length, rows.length);
  const best = [...done]
    .sort((a, b) => (b.accuracy ?? 0) - (a.accuracy ?? 0) || (a.seconds ?? 0) - (b.seconds ?? 0))
    .at(0);
  if (best === undefined) return t('None of them has figures to show.');
  return t(
    'Most accurate: {0}, {1} in {2}.',
    best.name,
    formatShare(best.accuracy ?? 0, 2),
    formatDuration(best.seconds ?? 0),
  );
}

interface Known {
  readonly rows: readonly ComparedRow[] | undefined;
  readonly problem: string | undefined;
}

function useRows(host: Remote<typeof comparisonContract>, attempt: number): Known {
  const [known, setKnown] = useState<Known>({ rows: undefined, problem: undefined });
  useEffect(() => {
    const controller = new AbortController();
    const follow = async (): Promise<void> => {
      let seen = 0;
      for (let isLive = true; isLive;) {
        const news = await host.next({ seen }, { signal: controller.signal });
        seen = news.number;
        isLive = news.isLive;
        setKnown({ rows: news.rows, problem: undefined });
      }
    };
    follow().catch((error: unknown) => {
      if (controller.signal.aborted) return;
      const problem = errorMessage(error);
      setKnown((before) => ({ ...before, problem }));
    });
    return () => controller.abort();
  }, [host, attempt]);
  return known;
}
