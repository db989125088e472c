import { useCallback, useMemo, useState } from 'preact/hooks';
import type * as v from 'valibot';
import { errorMessage, formatCount, formatShare } from '@tenfold/core';

import { isShownView } from '../../model/views.js';
import type { RunResult } from '../../protocol/training.js';
import type { reportContract } from '../../protocol/webviews/report.js';
import { LineChart } from '../shared/chart/line-chart.js';
import { curvesOf } from '../shared/chart/curve-series.js';
import { ClassReportTable } from '../shared/matrix/class-report-table.js';
import { matrixData } from '../shared/matrix/matrix-data.js';
import { MatrixGrid } from '../shared/matrix/matrix-grid.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { viewTitle } from '../shared/view-title.js';
import { ignoreFailure } from '../shared/ignore-failure.js';
import { LoadState } from '../shared/load-state.js';
import { useLoad } from '../shared/use-load.js';
import { type Fact, modelNames, parameterFacts, runFacts } from './facts.js';

type Props = PageProps<typeof reportContract, { run: string }, never>;
type Report = v.InferOutput<typeof reportContract.load.result>;

/** All of a run on one page. */
export function ReportPage({ host }: Props) {
  const load = useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]);
  const [loaded, retry] = useLoad(load);
  return (
    <div class="page report">
      <LoadState loaded={loaded} waiting={t('Loading…')} retry={retry} />
      {loaded.state === 'loaded' && <Loaded host={host} report={loaded.value} />}
    </div>
  );
}

function Loaded({ host, report }: Pick<Props, 'host'> & { readonly report: Report }) {
  const { name, created, result, style, points, problems, figures, views } = report;
  const data = useMemo(() => matrixData(result.confusionMatrix, result.classes), [result]);
  const curve = useMemo(() => curvesOf(points, problems, figures).figures.at(0), [points, problems, figures]);
  return (
    <>
      <p class="hint when">
        <time dateTime={created}>{new Date(created).toLocaleString()}</time>
      </p>
      <h1>{t('{0} on {1}', modelNames(result.model), result.dataset)}</h1>
      <p class="score">
        <strong>{formatShare(result.accuracy, 2)}</strong> {t('of {0} right', rowsScored(result))}
      </p>
      <p class="hint name">{name}</p>
      <Actions host={host} views={views} />
      <div class="report-columns">
        <div>
          <section>
            <h2>{t('Confusion matrix')}</h2>
            <MatrixGrid
              data={data}
              style={style}
              normalization="counts"
              onSelect={() => ignoreFailure(host.open({ view: 'matrix' }))}
            />
          </section>
          {curve !== undefined && (
            <section>
              <h2>{t('Training curve')}</h2>
              <LineChart
                title={curve.title}
                xTitle={t('Iteration')}
                series={curve.series}
                isLog={curve.isLog}
              />
            </section>
          )}
        </div>
        <div>
          <section>
            <h2>{t('Scores by class')}</h2>
            <ClassReportTable data={data} />
          </section>
          <Facts heading={t('Run')} facts={runFacts(result)} />
          <Facts heading={t('Hyper-parameters')} facts={parameterFacts(result.model)} />
          {(result.model.preprocess ?? []).map((step, i) => (
            <Facts key={i} heading={t('Preprocessing: {0}', step.name)} facts={parameterFacts(step)} />
          ))}
        </div>
      </div>
    </>
  );
}

function Actions({ host, views }: Pick<Props, 'host'> & Pick<Report, 'views'>) {
  const [problem, setProblem] = useState<string>();
  const others = [
    ['matrix', t('Confusion Matrix')],
    ['misclassified', t('Misclassified Images')],
    ...views.filter(isShownView).map((view) => [view, viewTitle(view)] as const),
    ['draw', t('Draw a Digit')],
    ['picture', t('Export Picture…')],
    ['model', t('Export Model…')],
  ] as const;
  const save = (): void => {
    setProblem(undefined);
    host.saveHtml({}).catch((error: unknown) => {
      setProblem(errorMessage(error));
    });
  };
  return (
    <>
      <div class="toolbar">
        <span class="group" role="group" aria-label={t('Other views of this run')}>
          {others.map(([view, text]) => (
            <button
              key={view}
              type="button"
              class="secondary"
              onClick={() => ignoreFailure(host.open({ view }))}
            >
              {text}
            </button>
          ))}
          <button type="button" onClick={save}>
            {t('Save as HTML…')}
          </button>
        </span>
      </div>
      {problem !== undefined && <Problem message={problem} retry={save} />}
    </>
  );
}

function Facts({ heading, facts }: { readonly heading: string; readonly facts: readonly Fact[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function rowsScored({ accuracyOn, split }: RunResult): string {
  return accuracyOn === 'test'
    ? t('the {0} test rows', formatCount(split.nTest))
    : t('the {0} rows it was trained on, as none were kept for testing', formatCount(split.nTrain));
}
