import { useCallback, useMemo, useState } from 'preact/hooks';
import { formatCount, formatShare } from '@tenfold/core';

import type { RunResult } from '../../protocol/training.js';
import type { confusionMatrixContract } from '../../protocol/webviews/confusion-matrix.js';
import { ClassReportTable } from '../shared/matrix/class-report-table.js';
import type { Cell } from '../shared/matrix/grid-keys.js';
import { matrixData } from '../shared/matrix/matrix-data.js';
import { MatrixGrid } from '../shared/matrix/matrix-grid.js';
import { MatrixTable } from '../shared/matrix/matrix-table.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { ignoreFailure } from '../shared/ignore-failure.js';
import { LoadState } from '../shared/load-state.js';
import { useLoad } from '../shared/use-load.js';
import { CellImages } from './cell-images.js';
import { FrequentMistakes } from './frequent-mistakes.js';
import { MatrixToolbar, type View } from '../shared/matrix/matrix-toolbar.js';

/** The number of classes above which the page lists where the mistakes are. */
const MANY_CLASSES = 24;

interface Saved {
  readonly view?: Partial<View>;
  readonly cell?: Cell | undefined;
}

type Props = PageProps<typeof confusionMatrixContract, { run: string }, Saved>;

/** A run's confusion matrix, the images behind its cells and the scores of its classes. */
export function ConfusionMatrixPage(props: Props) {
  const { host } = props;
  const load = useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]);
  const [loaded, retry] = useLoad(load);
  return (
    <div class="page">
      <LoadState loaded={loaded} waiting={t('Loading…')} retry={retry} />
      {loaded.state === 'loaded' && <Loaded {...props} {...loaded.value} />}
    </div>
  );
}

interface LoadedProps extends Props {
  readonly name: string;
  readonly label: string;
  readonly result: RunResult;
  readonly style: View['style'];
}

function Loaded({ host, saved, save, name, label, result, style }: LoadedProps) {
  const data = useMemo(() => matrixData(result.confusionMatrix, result.classes), [result]);
  const [view, setView] = useState<View>({ style, normalization: 'counts', isTable: false, ...saved?.view });
  const [cell, setCell] = useState(() => validCell(saved?.cell, data.labels.length));
  const change = (part: Partial<View>): void => {
    const next = { ...view, ...part };
    setView(next);
    save({ view: next, cell });
  };
  const select = (next: Cell | undefined): void => {
    setCell(next);
    save({ view, cell: next });
  };
  const exportAs = (format: 'svg' | 'png' | 'csv'): void => {
    const { style: drawn, normalization } = view;
    ignoreFailure(host.exportMatrix({ format, style: drawn, normalization }));
  };
  return (
    <>
      <h1 title={name}>{label}</h1>
      <p class="lead">
        <strong>{formatShare(result.accuracy, 2)}</strong> {t('of {0} right', rowsScored(result))}
      </p>
      <MatrixToolbar view={view} onChange={change}>
        <span class="group" role="group" aria-label={t('Export the matrix')}>
          <span aria-hidden="true">{t('Export')}</span>
          {(['svg', 'png', 'csv'] as const).map((format) => (
            <button key={format} type="button" class="secondary" onClick={() => exportAs(format)}>
              <span class="visually-hidden">{t('Export')} </span>
              {format.toUpperCase()}
            </button>
          ))}
        </span>
        <button type="button" class="secondary" onClick={() => ignoreFailure(host.open({ view: 'report' }))}>
          {t('Open Report')}
        </button>
      </MatrixToolbar>
      <div class="columns">
        <section class="matrix-column" aria-label={t('Confusion matrix')}>
          {view.isTable ? (
            <MatrixTable data={data} normalization={view.normalization} />
          ) : (
            <MatrixGrid
              data={data}
              style={view.style}
              normalization={view.normalization}
              selected={cell}
              onSelect={select}
            />
          )}
        </section>
        <div class="aside">
          {cell === undefined ? (
            <p class="hint">{t('Click a cell, or press Enter on it, to see the images behind it.')}</p>
          ) : (
            <CellImages host={host} cell={cell} labels={data.labels} onClose={() => select(undefined)} />
          )}
          {data.labels.length > MANY_CLASSES && <FrequentMistakes data={data} onSelect={select} />}
          <section>
            <h2>{t('Scores by class')}</h2>
            <ClassReportTable data={data} />
          </section>
        </div>
      </div>
    </>
  );
}

/** A cell that was saved, if the matrix still has it: the run may be another one since. */
function validCell(cell: Cell | undefined, size: number): Cell | undefined {
  return cell?.every((place) => Number.isInteger(place) && place >= 0 && place < size) === true
    ? cell
    : undefined;
}

function rowsScored({ accuracyOn, split, dataset }: RunResult): string {
  return accuracyOn === 'test'
    ? t('{0} test rows of {1}', formatCount(split.nTest), dataset)
    : t('the {0} rows of {1} that it was trained on', formatCount(split.nTrain), dataset);
}
