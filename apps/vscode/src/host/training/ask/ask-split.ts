import * as vscode from 'vscode';

import { isTestSize } from '../../read-settings.js';
import { askNumber } from './ask-number.js';
import { BACK, type Choice, choose, type Place } from './walk.js';

/**
 * Asks how many rows are kept for testing.
 *
 * @param place where the question stands
 * @param known what was chosen before
 * @param usual what the settings say
 */
export async function askTestSize(place: Place, known: number, usual: number): Promise<number | typeof BACK> {
  for (;;) {
    const size = await choose<number | 'other'>(place, choices(known, usual), {
      placeholder: vscode.l10n.t('How many rows are kept for testing'),
      active: (value) => value === known,
    });
    if (size !== 'other') return size;
    const asked = await askNumber(
      { ...place, step: place.step + 1, totalSteps: place.totalSteps + 1 },
      {
        prompt: vscode.l10n.t('A share of the rows below 1, or a number of rows; 0 keeps none.'),
        value: known,
        problem: (value) =>
          isTestSize(value) ? undefined : vscode.l10n.t('A share below 1, or a whole number of rows'),
      },
    );
    if (asked !== BACK) return asked;
  }
}

function choices(known: number, usual: number): Choice<number | 'other'>[] {
  const sizes = [...new Set([usual, known, 0.25, 0.2, 0.1])].filter((size) => size > 0);
  return [
    ...sizes.map((value) => ({
      label:
        value < 1 ? vscode.l10n.t('{0} % of the rows', percent(value)) : vscode.l10n.t('{0} rows', value),
      ...(value === usual && {
        description: vscode.l10n.t('default, as in the settings'),
        detail: vscode.l10n.t('Picked at random by the seed in the settings; the accuracy is theirs.'),
      }),
      value,
    })),
    {
      label: vscode.l10n.t('None'),
      detail: vscode.l10n.t('Everything is trained on, and the accuracy is that of the training rows.'),
      value: 0,
    },
    { label: vscode.l10n.t('Another Size…'), value: 'other' },
  ];
}

function percent(share: number): string {
  return String(Number((100 * share).toPrecision(6)));
}
