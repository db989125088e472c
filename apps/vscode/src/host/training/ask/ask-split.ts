import * as vscode from 'vscode';

import type { SplitChoice } from '../../../protocol/values.js';
import { isTestSize } from '../../shared/read-settings.js';
import { askNumber } from './ask-number.js';
import { BACK, type Choice, choose, type Place } from './walk.js';

/** Which rows are kept for testing. */
export type TestRows = Pick<SplitChoice, 'testSize' | 'stratify'>;

/**
 * Asks how many rows are kept for testing, and whether of each class its share.
 *
 * @param place where the question stands
 * @param known what was chosen before
 * @param usual the number that the settings say
 */
export async function askTestRows(
  place: Place,
  known: TestRows,
  usual: number,
): Promise<TestRows | typeof BACK> {
  for (;;) {
    const rows = await choose<TestRows | 'other'>(place, choices(known, usual), {
      placeholder: vscode.l10n.t('How many rows are kept for testing'),
      active: (value) => value !== 'other' && isSame(value, known),
    });
    if (rows !== 'other') return rows;
    const asked = await askNumber(
      { ...place, step: place.step + 1, totalSteps: place.totalSteps + 1 },
      {
        prompt: vscode.l10n.t('A share of the rows below 1, or a number of rows; 0 keeps none.'),
        value: known.testSize,
        problem: (value) =>
          isTestSize(value) ? undefined : vscode.l10n.t('A share below 1, or a whole number of rows'),
      },
    );
    if (asked !== BACK) return { testSize: asked };
  }
}

function choices(known: TestRows, usual: number): Choice<TestRows | 'other'>[] {
  const sizes = [...new Set([usual, known.testSize, 0.25, 0.2, 0.1])].filter((size) => size > 0);
  const stratified = new Set([sizes[0], ...(known.stratify === true ? [known.testSize] : [])]);
  return [
    ...sizes.map((testSize) => ({
      label: sizeText(testSize),
      ...(testSize === usual && {
        description: vscode.l10n.t('default, as in the settings'),
        detail: vscode.l10n.t('Picked at random by the seed in the settings; the accuracy is theirs.'),
      }),
      value: { testSize },
    })),
    ...[...stratified].map((testSize) => ({
      label: vscode.l10n.t('{0}, stratified', sizeText(testSize)),
      detail: vscode.l10n.t('Picked at random, of each class its share.'),
      value: { testSize, stratify: true },
    })),
    {
      label: vscode.l10n.t('None'),
      detail: vscode.l10n.t('Everything is trained on, and the accuracy is that of the training rows.'),
      value: { testSize: 0 },
    },
    { label: vscode.l10n.t('Another Size…'), value: 'other' },
  ];
}

function sizeText(size: number): string {
  return size < 1 ? vscode.l10n.t('{0} % of the rows', percent(size)) : vscode.l10n.t('{0} rows', size);
}

function isSame(first: TestRows, second: TestRows): boolean {
  return first.testSize === second.testSize && (first.stratify ?? false) === (second.stratify ?? false);
}

function percent(share: number): string {
  return String(Number((100 * share).toPrecision(6)));
}
