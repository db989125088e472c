import * as vscode from 'vscode';

import { transformerDefinitions, transformerLabel } from '../../../model/estimators.js';
import type { StepChoice } from '../../../protocol/training.js';
import type { BACK } from './walk.js';
import { type Choice, choose, type Place } from './walk.js';

/**
 * Asks what prepares the rows: nothing, which is first, or a transformer with its defaults; or what prepared them the last
 * time, where that is more.
 */
export function askPreprocess(
  place: Place,
  known: readonly StepChoice[],
): Promise<readonly StepChoice[] | typeof BACK> {
  const single = transformerDefinitions.map(({ id, name, summary }): Choice<readonly StepChoice[]> => ({
    label: name,
    detail: summary,
    value: [{ name: id, params: {} }],
  }));
  const choices: Choice<readonly StepChoice[]>[] = [
    {
      label: vscode.l10n.t('None'),
      description: vscode.l10n.t('default'),
      detail: vscode.l10n.t('The rows are taken as they are.'),
      value: [],
    },
    ...single,
  ];
  if (!choices.some(({ value }) => isSame(value, known))) {
    const label = known.map(transformerLabel).join(' + ');
    choices.push({ label, description: vscode.l10n.t('as the last time'), value: known });
  }
  return choose(place, choices, {
    placeholder: vscode.l10n.t('Preprocessing: what is done to the rows first'),
    active: (value) => isSame(value, known),
  });
}

function isSame(first: readonly StepChoice[] | undefined, second: readonly StepChoice[]): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}
