import { formatCount } from '@tenfold/core';
import type { Scores } from '@tenfold/runs';
import type { ReportDict } from 'tenfold';

import { confusionText } from '../../terminal/confusion-text.js';
import type { Output } from '../../terminal/output.js';
import { facts } from '../../terminal/facts.js';
import { describeData } from '../../shared/describe-data.js';
import { describeModel } from '../../shared/describe-model.js';
import type { Fitted } from '../../shared/fitted.js';
import type { PartName } from '../../shared/plan-fitted.js';
import type { Roc } from '../../shared/roc.js';

/** How a model does on some rows. */
export interface Evaluation extends Scores {
  /** The data set. */
  dataset: string;
  /** Which rows. */
  part: PartName;
  /** How many rows. */
  n: number;
  /** Mean log loss, or null when it is infinite. */
  logLoss: number | null;
  /** Precision, recall and F1 of each class, when wanted. */
  report: { text: string; dict: ReportDict } | undefined;
  /** The ROC curves, when wanted and there are any. */
  roc: Roc | undefined;
}

/** Prints how a model does. */
export function printEvaluation(
  out: Output,
  { model, dataset }: Fitted,
  { part, n, accuracy, logLoss, confusionMatrix, report, roc }: Evaluation,
  files: [string, string][],
): void {
  const { bold, dim } = out.colours;
  const right = confusionMatrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  out.print(
    facts(out.colours, [
      ['data', `${dataset.name}: ${describeData(dataset)}`],
      ['rows', [formatCount(n), { text: `(${part === 'all' ? 'all' : `the ${part} part`})`, paint: dim }]],
      ['model', describeModel(model)],
      [
        'accuracy',
        [
          { text: `${accuracy}`, paint: bold },
          { text: `${formatCount(right)} of ${formatCount(n)}`, paint: dim },
        ],
      ],
      ['log loss', `${logLoss ?? 'infinite'}`],
      ...(roc ? ([['ROC AUC', `${roc.areas.macro} macro, ${roc.areas.weighted} weighted`]] as const) : []),
    ]),
  );
  out.print();
  out.print(confusionText(out, confusionMatrix));
  if (report !== undefined) out.print(`\n${report.text.trimEnd()}`);
  if (files.length > 0) out.aside(`\n${facts(out.colours, files)}`);
}
