import * as vscode from 'vscode';

import { ask, BACK, choose, type Place } from './walk.js';

/** The hyper-parameters that are asked for. */
export interface ModelChoice {
  readonly solver: 'lbfgs' | 'liblinear';
  readonly multiClass: 'auto' | 'ovr' | 'multinomial';
  readonly C: number;
  readonly maxIter: number;
}

/** The estimator's own defaults. */
export const DEFAULT_MODEL: ModelChoice = { solver: 'lbfgs', multiClass: 'auto', C: 1, maxIter: 100 };

type Way = Pick<ModelChoice, 'solver' | 'multiClass'>;

/** Asks for the classifier: the solver, and how it tells more than two classes apart. */
export function askWay(place: Place, known: ModelChoice): Promise<Way | typeof BACK> {
  const choices = [
    {
      label: vscode.l10n.t('Multinomial, L-BFGS'),
      description: vscode.l10n.t('default'),
      detail: vscode.l10n.t('One softmax model of all classes. Usually the most accurate.'),
      value: { solver: 'lbfgs', multiClass: 'auto' } as const,
    },
    {
      label: vscode.l10n.t('One-vs-rest, L-BFGS'),
      detail: vscode.l10n.t('A model a class, each against all others.'),
      value: { solver: 'lbfgs', multiClass: 'ovr' } as const,
    },
    {
      label: vscode.l10n.t('One-vs-rest, LIBLINEAR'),
      detail: vscode.l10n.t("A model a class by trust-region Newton steps: the older tutorials' classifier."),
      value: { solver: 'liblinear', multiClass: 'auto' } as const,
    },
  ];
  return choose<Way>(place, choices, {
    placeholder: vscode.l10n.t('Which classifier'),
    active: ({ solver, multiClass }) => solver === known.solver && multiClass === known.multiClass,
  });
}

/** Asks for C. */
export function askC(place: Place, known: ModelChoice): Promise<number | typeof BACK> {
  return askNumber(place, {
    prompt: vscode.l10n.t(
      'C: inverse strength of the penalty, above 0. The smaller, the stronger. Default: 1.',
    ),
    value: known.C,
    problem: (value) => (value > 0 ? undefined : vscode.l10n.t('A number above 0')),
  });
}

/**
 * Asks for the most iterations.
 *
 * @param place where the question stands
 * @param known what was chosen before
 * @param usual how many are usual for the data set
 */
export function askMaxIter(place: Place, known: ModelChoice, usual: number): Promise<number | typeof BACK> {
  return askNumber(place, {
    prompt: vscode.l10n.t('Most iterations of the solver. Default: {0}.', usual),
    value: known.maxIter,
    problem: (value) =>
      Number.isInteger(value) && value >= 1 ? undefined : vscode.l10n.t('A whole number, 1 or more'),
  });
}

/** Asks for a number. */
export async function askNumber(
  place: Place,
  {
    prompt,
    value,
    problem,
  }: { prompt: string; value: number; problem: (value: number) => string | undefined },
): Promise<number | typeof BACK> {
  const answer = await ask(place, {
    prompt,
    value: String(value),
    validate: (text) =>
      text.trim() === '' || !Number.isFinite(Number(text))
        ? vscode.l10n.t('A number')
        : problem(Number(text)),
  });
  return answer === BACK ? BACK : Number(answer);
}
