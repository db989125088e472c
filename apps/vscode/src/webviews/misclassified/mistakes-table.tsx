import { useState } from 'preact/hooks';
import { formatShare } from '@tenfold/core';

import { t } from '../shared/text.js';
import { VirtualTable } from '../shared/virtual-table.js';
import type { Mistake } from './mistakes-view.js';

interface MistakesTableProps {
  readonly count: number;
  readonly of: (at: number) => Mistake;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onOpen: (at: number) => void;
}

/** The mistakes as a table. */
export function MistakesTable({ count, of, active, onActive, onOpen }: MistakesTableProps) {
  const [column, setColumn] = useState(0);
  const headers = [t('Actual'), t('Predicted'), t('First'), t('Second'), t('Third')];
  const cell = (at: number, which: number): string => {
    const { actual, predicted, guesses } = of(at);
    if (which === 0) return actual;
    if (which === 1) return predicted;
    const guess = guesses.at(which - 2);
    return guess === undefined || which - 2 >= guesses.length
      ? '–'
      : [guess.label, ...(guess.probability === undefined ? [] : [formatShare(guess.probability, 1)])].join(
          ': ',
        );
  };
  return (
    <VirtualTable
      rows={count}
      columns={headers.length}
      rowHeader={(at) => String(of(at).row)}
      columnHeader={(which) => headers[which]}
      corner={t('Row')}
      cell={cell}
      columnWidth={130}
      headerWidth={90}
      active={[active, column]}
      onActive={([at, which]) => {
        setColumn(which);
        onActive(at);
      }}
      onOpen={([at]) => onOpen(at)}
      label={t('Misclassified images as a table')}
    />
  );
}
