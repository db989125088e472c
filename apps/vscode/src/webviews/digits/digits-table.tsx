import { t } from '../shared/text.js';
import { VirtualTable } from '../shared/virtual-table.js';
import { type Digits, guessOf, labelOf } from './digits-view.js';
import { useState } from 'preact/hooks';
import { formatShare } from '@tenfold/core';

interface DigitsTableProps {
  readonly digits: Digits;
  readonly rows: Uint32Array;
  readonly active: number;
  readonly onActive: (place: number) => void;
}

/** The images as a table: each with its label, and what the model took it for. */
export function DigitsTable({ digits, rows, active, onActive }: DigitsTableProps) {
  const [column, setColumn] = useState(0);
  const headers = digits.run === null ? [t('Label')] : [t('Label'), t('Predicted'), t('Probability')];
  const cell = (place: number, at: number): string => {
    const row = rows[place];
    if (at === 0) return labelOf(digits, row);
    const guess = guessOf(digits, row);
    if (guess === undefined) return '–';
    return at === 1 ? guess.label : formatShare(guess.probability, 1);
  };
  return (
    <VirtualTable
      rows={rows.length}
      columns={headers.length}
      rowHeader={(place) => String(rows[place])}
      columnHeader={(at) => headers[at]}
      corner={t('Row')}
      cell={cell}
      columnWidth={140}
      headerWidth={90}
      active={[active, Math.min(column, headers.length - 1)]}
      onActive={([place, at]) => {
        setColumn(at);
        onActive(place);
      }}
      isWrong={(place) => guessOf(digits, rows[place])?.isRight === false}
      label={t('Images of {0} as a table', digits.facts.name)}
    />
  );
}
