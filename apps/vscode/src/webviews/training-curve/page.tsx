import { useMemo, useState } from 'preact/hooks';
import { formatCount, formatDuration, formatShare, formatShort } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { CurveState, trainingCurveContract } from '../../protocol/webviews/training-curve.js';
import { LineChart } from '../shared/chart/line-chart.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { ignoreFailure } from '../shared/ignore-failure.js';
import { CurveTable } from './curve-table.js';
import { curvesOf, type FigureCurve } from '../shared/chart/curve-series.js';
import { type Curve, useCurve } from './use-curve.js';

interface Saved {
  readonly isLog: boolean;
  readonly isTable: boolean;
}

type Props = PageProps<typeof trainingCurveContract, { job: string; title: string }, Saved>;

/** The curve of a training job, live. */
export function TrainingCurvePage({ source, host, saved, save }: Props) {
  const [attempt, setAttempt] = useState(0);
  const curve = useCurve(host, attempt);
  const [view, setView] = useState<Saved>({ isLog: false, isTable: false, ...saved });
  const change = (part: Partial<Saved>): void => {
    const next = { ...view, ...part };
    setView(next);
    save(next);
  };
  const { figures, accuracy } = useMemo(
    () => curvesOf(curve.points, curve.problems, curve.figures),
    [curve.points, curve.problems, curve.figures],
  );
  const first = figures.at(0);
  const { state, points, problem } = curve;
  return (
    <div class="page">
      <h1>{source.title}</h1>
      <p class="lead" role="status">
        {state === undefined ? t('Loading…') : stateText(state)}
      </p>
      <p class="lead figures-now">{latestFigures(curve)}</p>
      {problem !== undefined && <Problem message={problem} retry={() => setAttempt(attempt + 1)} />}
      {state?.kind === 'failed' && <Failure message={state.message} host={host} />}
      <div class="toolbar">
        {curve.figures.some(({ scale }) => scale === 'linear') && (
          <label>
            <input
              type="checkbox"
              checked={view.isLog}
              onChange={(event) => change({ isLog: event.currentTarget.checked })}
            />
            {t('Logarithmic scale')}
          </label>
        )}
        <label>
          <input
            type="checkbox"
            checked={view.isTable}
            onChange={(event) => change({ isTable: event.currentTarget.checked })}
          />
          {t('As a table')}
        </label>
        <Actions state={state} host={host} />
      </div>
      {view.isTable ? (
        <CurveTable points={points} problems={curve.problems} figures={curve.figures} />
      ) : (
        points.length > 0 && (
          <div class="charts">
            {first !== undefined && <FigureChart curve={first} isLog={view.isLog} />}
            {accuracy.length > 0 && (
              <LineChart
                title={t('Held-out accuracy')}
                xTitle={t('Iteration')}
                series={accuracy}
                bounds={SHARES}
                format={formatShare}
              />
            )}
            {figures.slice(1).map((other) => (
              <FigureChart key={other.name} curve={other} isLog={view.isLog} />
            ))}
          </div>
        )
      )}
      {points.length === 0 && state?.kind === 'running' && (
        <p class="hint">{t('The curve begins with the first iteration.')}</p>
      )}
      {points.length === 0 && state?.kind === 'done' && (
        <p class="hint">{t('The solver reported no iterations, so there is no curve.')}</p>
      )}
    </div>
  );
}

const SHARES = [0, 1] as const;

/** The chart of one figure; `isLog` asks for a logarithmic scale where a linear one is usual. */
function FigureChart({ curve, isLog }: { readonly curve: FigureCurve; readonly isLog: boolean }) {
  const { title, series } = curve;
  return <LineChart title={title} xTitle={t('Iteration')} series={series} isLog={isLog || curve.isLog} />;
}

interface ActionsProps {
  readonly state: CurveState | undefined;
  readonly host: Remote<typeof trainingCurveContract>;
}

function Actions({ state, host }: ActionsProps) {
  if (state?.kind === 'running')
    return (
      <button type="button" onClick={() => ignoreFailure(host.stop({}))}>
        {t('Stop Training')}
      </button>
    );
  if (state?.kind !== 'done' || state.run === null) return null;
  return (
    <span class="group">
      <button type="button" onClick={() => ignoreFailure(host.open({ view: 'matrix' }))}>
        {t('Show Confusion Matrix')}
      </button>
      <button type="button" class="secondary" onClick={() => ignoreFailure(host.open({ view: 'report' }))}>
        {t('Open Report')}
      </button>
    </span>
  );
}

function Failure({ message, host }: { readonly message: string } & Pick<ActionsProps, 'host'>) {
  return (
    <Problem message={message}>
      <button type="button" class="secondary" onClick={() => ignoreFailure(host.showLog({}))}>
        {t('Show Log')}
      </button>
    </Problem>
  );
}

function stateText(state: CurveState): string {
  switch (state.kind) {
    case 'running':
      return {
        loading: t('Reading the data…'),
        fitting: t('Training…'),
        scoring: t('Testing the classifier…'),
      }[state.phase];
    case 'done':
      return t('Done: {0} of the test rows right.', formatShare(state.accuracy, 2));
    case 'failed':
      return t('Training failed.');
    case 'stopped':
      return t('Training was stopped; no run was written.');
    case 'lost':
      return t(
        'This window has been reloaded since, and the curve was not kept. The run itself is in the Runs view.',
      );
  }
}

function latestFigures({ points, problems, figures }: Curve): string {
  const last = points.at(-1);
  if (last === undefined) return '';
  const parts = [
    problems > 1
      ? t('{0} problems side by side, {1} iterations in all', problems, formatCount(points.length))
      : t('Iteration {0}', formatCount(last.iteration)),
    ...(problems > 1
      ? []
      : figures.map(({ name, label }) => `${label} ${formatShort(last.figures[name], 4)}`)),
    formatDuration(last.seconds),
  ];
  return parts.join(' · ');
}
