import { useMemo, useState } from 'preact/hooks';
import * as v from 'valibot';
import { formatCount, formatShare } from '@tenfold/core';

import type { MatrixOutput, matrixOutput } from '../protocol/notebook.js';
import { ClassReportTable } from '../webviews/shared/matrix/class-report-table.js';
import { matrixData } from '../webviews/shared/matrix/matrix-data.js';
import { MatrixGrid } from '../webviews/shared/matrix/matrix-grid.js';
import { MatrixTable } from '../webviews/shared/matrix/matrix-table.js';
import { MatrixToolbar, type View } from '../webviews/shared/matrix/matrix-toolbar.js';
import { t } from '../webviews/shared/text.js';

interface OutputViewProps {
  readonly output: v.SafeParseResult<typeof matrixOutput>;
  /** The classes by which style sheets tell themes apart. */
  readonly themeClasses: string;
}

/** An output of a notebook: a confusion matrix, or what is wrong with it. */
export function OutputView({ output, themeClasses }: OutputViewProps) {
  return (
    <div class={themeClasses}>
      <div class="page notebook">
        {output.success ? (
          <Matrix {...output.output} />
        ) : (
          <p class="problem" role="alert">
            {t('This is no confusion matrix: {0}', v.summarize(output.issues))}
          </p>
        )}
      </div>
    </div>
  );
}

function Matrix({ classes, confusionMatrix }: MatrixOutput) {
  const data = useMemo(() => matrixData(confusionMatrix, classes), [confusionMatrix, classes]);
  const [view, setView] = useState<View>({ style: 'theme', normalization: 'counts', isTable: false });
  return (
    <>
      <p class="lead">
        <strong>{formatShare(data.accuracy, 2)}</strong> {t('of {0} right', formatCount(data.total))}
      </p>
      <MatrixToolbar view={view} onChange={(part) => setView({ ...view, ...part })} />
      {view.isTable ? (
        <MatrixTable data={data} normalization={view.normalization} />
      ) : (
        <MatrixGrid data={data} style={view.style} normalization={view.normalization} />
      )}
      <details>
        <summary>{t('Scores by class')}</summary>
        <ClassReportTable data={data} />
      </details>
    </>
  );
}
