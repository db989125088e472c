import { formatCount } from '@tenfold/core';

import type { SceneTable } from '../scene.js';
import type { HeatmapData } from './heatmap-data.js';
import type { HeatmapTexts } from './heatmap-layout.js';

/** The most mistakes that the table of a large matrix lists. */
const MOST_LISTED = 1000;

interface Mistake {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/**
 * The table of a matrix of many classes: not a column a class, but its mistakes, the largest first, up to 1,000 of
 * them; equal ones in the order of the matrix.
 */
export function mistakesTable(
  data: HeatmapData,
  texts: Pick<HeatmapTexts, 'labels' | 'rowTitle' | 'columnTitle'>,
  title: string,
  format: (value: number) => string,
): SceneTable {
  const { found, total } = largestMistakes(data);
  const which = total > found.length ? `the ${formatCount(found.length)} largest of ` : '';
  return {
    caption: `${title}: ${which}${formatCount(total)} pairs of classes that were mistaken`,
    columns: [texts.rowTitle, texts.columnTitle, data.isCounts ? 'Count' : 'Value'],
    rows: found.map(({ row, column, value }) => [texts.labels[row], texts.labels[column], format(value)]),
  };
}

/** Keeps twice as many as are listed before it sorts, so that all are looked at once and few are sorted often. */
function largestMistakes({ values }: HeatmapData): { found: readonly Mistake[]; total: number } {
  let found: Mistake[] = [];
  let total = 0;
  let least = 0;
  values.forEach((row, i) => {
    row.forEach((value, j) => {
      if (i === j || value === 0) return;
      total++;
      if (value <= least && found.length >= MOST_LISTED) return;
      found.push({ row: i, column: j, value });
      if (found.length < 2 * MOST_LISTED) return;
      found = sorted(found).slice(0, MOST_LISTED);
      least = found[MOST_LISTED - 1].value;
    });
  });
  return { found: sorted(found).slice(0, MOST_LISTED), total };
}

function sorted(mistakes: readonly Mistake[]): Mistake[] {
  return [...mistakes].sort((a, b) => b.value - a.value || a.row - b.row || a.column - b.column);
}
