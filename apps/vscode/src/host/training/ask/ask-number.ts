import * as vscode from 'vscode';

import { ask, BACK, type Place } from './walk.js';

/** Options of `askNumber`. */
export interface AskNumberOptions {
  readonly prompt: string;
  readonly value: number;
  /** What is wrong with a number; undefined when nothing is. */
  readonly problem: (value: number) => string | undefined;
}

/** Asks for a number. */
export async function askNumber(
  place: Place,
  { prompt, value, problem }: AskNumberOptions,
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
