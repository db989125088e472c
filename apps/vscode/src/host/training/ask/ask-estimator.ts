import type { AnyDefinition, Param } from '@tenfold/base';
import * as vscode from 'vscode';

import { checkedEstimator, definitions, paramsOf } from '../../../model/estimators.js';
import type { EstimatorChoice } from '../../../protocol/training.js';
import { choiceProblem, paramText, plainDoc, readParam, shortDoc } from './param-text.js';
import { ask, BACK, type Choice, choose, type Place } from './walk.js';

/** Asks for the classifier. Gives its id. */
export function askEstimator(place: Place, known: string): Promise<string | typeof BACK> {
  const choices = definitions.map(({ id, name, summary }, i) => ({
    label: name,
    ...(i === 0 && { description: vscode.l10n.t('default') }),
    detail: summary,
    value: id,
  }));
  return choose(place, choices, {
    placeholder: vscode.l10n.t('Which classifier'),
    active: (id) => id === known,
  });
}

/** The names of the hyper-parameters that are asked for. */
export function askedParams(definition: AnyDefinition): string[] {
  return Object.entries(paramsOf(definition))
    .filter(([, param]) => param.ask)
    .map(([name]) => name);
}

/** Options of `askParam`. */
export interface AskParamOptions {
  readonly definition: AnyDefinition;
  readonly name: string;
  /** What was answered before: what does not go with it is refused. */
  readonly answered: EstimatorChoice['params'];
  /** What was chosen the last time, as JSON. */
  readonly known: unknown;
  /** What is usual, as JSON. */
  readonly usual: unknown;
}

/** Asks for a hyper-parameter. Gives its value as JSON. */
export async function askParam(place: Place, options: AskParamOptions): Promise<unknown> {
  const { definition, name, answered } = options;
  const param = paramsOf(definition)[name];
  const words = wordsOf(param);
  const value = await (words === undefined
    ? askText(place, param, options)
    : askWord(place, param, words, options));
  if (value === BACK) return BACK;
  return checkedEstimator(choiceOf(definition, answered, name, value)).params[name];
}

/** The values that a hyper-parameter can have, where they are few. */
function wordsOf({ kind, choices, isNullable }: Param<unknown, unknown>): readonly unknown[] | undefined {
  const words = kind === 'boolean' ? [true, false] : choices;
  return words && isNullable ? [...words, null] : words;
}

function askWord(
  place: Place,
  param: Param<unknown, unknown>,
  words: readonly unknown[],
  { definition, name, answered, known, usual }: AskParamOptions,
): Promise<unknown> {
  const choices = words
    .filter((value) => choiceProblem(choiceOf(definition, answered, name, value)) === undefined)
    .map((value): Choice<unknown> => {
      const detail = presetSummary(definition, name, value);
      return {
        label: paramText(value),
        ...(value === usual && { description: vscode.l10n.t('default') }),
        ...(detail !== undefined && { detail }),
        value,
      };
    });
  return choose<unknown>(place, choices, {
    placeholder: `${name}: ${shortDoc(param)}`,
    active: (value) => value === known,
    explanation: explanationOf(name, param),
  });
}

async function askText(
  place: Place,
  param: Param<unknown, unknown>,
  { definition, name, answered, known, usual }: AskParamOptions,
): Promise<unknown> {
  const text = await ask(place, {
    prompt: vscode.l10n.t('{0}: {1}. Default: {2}', name, shortDoc(param), paramText(usual)),
    value: paramText(known),
    explanation: explanationOf(name, param),
    validate: (written) => choiceProblem(choiceOf(definition, answered, name, readParam(param, written))),
  });
  return text === BACK ? BACK : readParam(param, text);
}

function choiceOf(
  definition: AnyDefinition,
  answered: EstimatorChoice['params'],
  name: string,
  value: unknown,
): EstimatorChoice {
  return { name: definition.id, params: { ...answered, [name]: value } };
}

/** The summary of the preset whose only option is this value. */
function presetSummary({ presets }: AnyDefinition, name: string, value: unknown): string | undefined {
  return presets.find(({ options }) => {
    const entries = Object.entries(options as Record<string, unknown>);
    return entries.length === 1 && entries[0][0] === name && entries[0][1] === value;
  })?.summary;
}

/** The whole of a description, where its question has no room for it. */
function explanationOf(name: string, param: Param<unknown, unknown>): string | undefined {
  const whole = plainDoc(param);
  return whole === `${shortDoc(param)}.` ? undefined : `${name}: ${whole}`;
}
