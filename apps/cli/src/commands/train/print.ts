import { formatCount, formatDuration } from '@tenfold/core';
import type { RunOutcome } from '@tenfold/runs';

import { confusionText } from '../../terminal/confusion-text.js';
import type { Output } from '../../terminal/output.js';
import { facts } from '../../terminal/facts.js';
import { describeData, describeSplit } from '../../shared/describe-data.js';
import { describeModel } from '../../shared/describe-model.js';
import type { WrittenFiles } from './written-files.js';

/** Prints the result of a training run. */
export function printTraining(
  out: Output,
  { dataset, result, model }: RunOutcome,
  writtenFiles: WrittenFiles,
): void {
  const {
    split,
    seconds,
    bestParams = {},
    nIter,
    converged,
    objective,
    trainLogLoss,
    accuracy,
    accuracyOn,
  } = result;
  const rows = accuracyOn === 'test' ? split.nTest : split.nTrain;
  const right = result.confusionMatrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const whose = accuracyOn === 'test' ? 'test rows' : 'training rows (none were kept for testing)';
  const { bold, dim } = out.colours;
  out.print(
    facts(out.colours, [
      ['data', `${dataset.name}: ${describeData(dataset)}`],
      [
        'split',
        [
          describeSplit(split.nTrain, split.nTest),
          { text: `(random state ${split.randomState})`, paint: dim },
        ],
      ],
      ['model', describeModel(model)],
      [
        'fit',
        `${nIter === null ? '' : `${formatCount(nIter)} iterations `}in ${formatDuration(seconds.fit)}${endOf(converged)}`,
      ],
      ...Object.entries(bestParams).map(([name, value]) => [`best ${name}`, `${value}`] as const),
      ...(objective === null ? [] : ([['objective', `${objective}`]] as const)),
      ...(trainLogLoss === null
        ? []
        : ([
            ['log loss', [`${trainLogLoss}`, { text: 'mean over the training rows', paint: dim }]],
          ] as const)),
      [
        'accuracy',
        [
          { text: `${accuracy}`, paint: bold },
          { text: `${formatCount(right)} of ${formatCount(rows)} ${whose}`, paint: dim },
        ],
      ],
    ]),
  );
  out.print();
  out.print(confusionText(out, result.confusionMatrix));
  if (writtenFiles.files.length > 0) out.aside(`\n${facts(out.colours, writtenFiles.files)}`);
}

function endOf(converged: boolean | null): string {
  if (converged === null) return '';
  return converged ? ', converged' : ', not converged';
}
