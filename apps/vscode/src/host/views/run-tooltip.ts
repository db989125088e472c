import { formatDuration } from '@tenfold/core';

import { estimatorTitle } from '../../model/estimators.js';
import type { RunResult } from '../../protocol/training.js';
import { escapeMarkdown } from './escape-markdown.js';

/** The tooltip of a run. */
export interface TooltipFacts {
  readonly name: string;
  /** When it was made, in words. */
  readonly created: string;
  readonly result: RunResult;
}

/** The names of the figures, in the language of the window. */
export interface TooltipWords {
  readonly dataset: string;
  readonly estimator: string;
  /** Before the accuracy of the rows kept for testing, or of those trained on. */
  readonly accuracy: Readonly<Record<'test' | 'train', string>>;
  readonly fit: string;
  readonly iterations: string;
  readonly rows: string;
  readonly notConverged: string;
}

type Line = [title: string, value: string];

/** The figures of a run as a table in Markdown. */
export function runTooltip({ name, created, result }: TooltipFacts, words: TooltipWords): string {
  const { split, nIter, converged } = result;
  const rows: Line[] = [
    [words.dataset, result.dataset],
    [words.estimator, estimatorTitle(result.model)],
    [words.accuracy[result.accuracyOn], result.accuracy.toFixed(4)],
    [words.fit, formatDuration(result.seconds.fit)],
    ...(nIter === null
      ? []
      : [
          [
            words.iterations,
            converged === false ? `${nIter} (${words.notConverged})` : String(nIter),
          ] satisfies Line,
        ]),
    [words.rows, `${split.nTrain} + ${split.nTest}`],
  ];
  const lines = rows.map(([title, value]) => `| ${escapeMarkdown(title)} | ${escapeMarkdown(value)} |`);
  return [
    `**${escapeMarkdown(name)}**  \n${escapeMarkdown(created)}`,
    '',
    '| | |',
    '|:--|:--|',
    ...lines,
  ].join('\n');
}
