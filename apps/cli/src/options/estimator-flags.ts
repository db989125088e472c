import type { AnyDefinition, Param } from '@tenfold/base';
import { type Command, Option } from 'commander';

import { choice } from './choice.js';
import { loadedDefinitions } from './definitions.js';
import { flagOf } from './flag-of.js';
import { parseClassWeight, parseGrid, parseInterval, parseNumber, parseNumbers, plainWord } from './parse.js';

/** The flags that choose an estimator; those of its hyper-parameters have their own names. */
export interface EstimatorFlags {
  estimator?: string;
  /** Transformers, in their order. */
  preprocess?: string[];
  threads?: number;
}

type AnyParam = Param<unknown, unknown>;

/** A flag that sets a hyper-parameter of one estimator or of several. */
export interface ParamFlag {
  /** The name of the parameter: `maxIter`. */
  readonly name: string;
  /** What commander calls its value. */
  readonly attribute: string;
  /** Each estimator that has it, with its description. */
  readonly uses: readonly { readonly definition: AnyDefinition; readonly param: AnyParam }[];
}

/**
 * What the flag of a hyper-parameter is called among the flags: that of a seed is not the split's, and words begin with a small
 * letter (`cs` for `Cs`).
 */
export function attributeOf(param: string): string {
  if (param === 'randomState') return 'estimatorRandomState';
  return param.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** The hyper-parameters of an estimator that have a flag. */
export function flaggedParams({ params }: AnyDefinition): [name: string, param: AnyParam][] {
  return Object.entries(params as Record<string, AnyParam>).filter(([, param]) => param.onlyInCode !== true);
}

/** The flags of all hyper-parameters. */
function paramFlags(): ParamFlag[] {
  const byName = new Map<string, { definition: AnyDefinition; param: AnyParam }[]>();
  for (const definition of loadedDefinitions()) {
    for (const [name, param] of flaggedParams(definition)) {
      byName.set(name, [...(byName.get(name) ?? []), { definition, param }]);
    }
  }
  return [...byName].map(([name, uses]) => ({ name, attribute: attributeOf(name), uses }));
}

/** Adds the choice of the estimator, when there is a single one. */
export function addEstimator(command: Command): Command {
  const ids = loadedDefinitions().map(({ id }) => id);
  return command
    .optionsGroup('Model:')
    .addOption(
      choice(
        '-e, --estimator <name>',
        'the classifier, such as knn (default: logistic-regression, whose flags follow); tenfold estimators lists all with their flags',
        ids,
      ),
    );
}

/**
 * Adds the hyper-parameters of all estimators, except those that a command names otherwise. The help shows those of the first
 * one; `tenfold estimators` shows the others.
 */
export function addParams(command: Command, without: readonly string[] = []): Command {
  command.optionsGroup('Model:');
  for (const flag of paramFlags()) {
    if (without.includes(flag.name)) continue;
    const isShown = flag.uses[0]?.definition === loadedDefinitions()[0];
    for (const option of optionsOf(flag)) command.addOption(isShown ? option : option.hideHelp());
  }
  return command;
}

/** The options of a hyper-parameter's flag: two of one that is true or false. */
export function optionsOf(flag: ParamFlag): Option[] {
  const [{ param }] = flag.uses;
  const long = flagOf(flag.attribute);
  const text = describe(flag);
  switch (param.kind) {
    case 'boolean':
      return booleanOptions(long, flag);
    case 'choice': {
      const words = flag.uses.flatMap((use) => wordsOf(use.param));
      return [choice(`${long} <name>`, text, [...new Set(words)])];
    }
    case 'classWeight':
      return [new Option(`${long} <weights>`, text).argParser(parseClassWeight)];
    case 'list':
      return [new Option(`${long} <numbers>`, text).argParser(orNone(param, parseNumbers(long)))];
    case 'grid':
      return [new Option(`${long} <numbers>`, text).argParser(orNone(param, parseGrid(long)))];
    case 'interval':
      return [new Option(`${long} <low:high>`, text).argParser(orNone(param, parseInterval(long)))];
    case 'integer':
      return [new Option(`${long} <count>`, text).argParser(orNone(param, parseNumber(long)))];
    case 'number':
      return [new Option(`${long} <number>`, text).argParser(orNone(param, parseNumber(long)))];
    default:
      return param.kind satisfies never;
  }
}

/** Lets the word for null pass where that is a value. */
function orNone<T>({ isNullable }: AnyParam, parse: (text: string) => T): (text: string) => T | 'none' {
  return (text) => (isNullable && text === 'none' ? 'none' : parse(text));
}

function booleanOptions(long: string, { attribute, uses: [{ param }] }: ParamFlag): Option[] {
  const text = brief(param);
  const [yes, no] = param.default === true ? [' (default)', ''] : ['', ' (default)'];
  return [new Option(long, `${text}: yes${yes}`), new Option(flagOf(`no-${attribute}`), `${text}: no${no}`)];
}

/** The words of a choice, with that for none. */
export function wordsOf(param: AnyParam): string[] {
  return [...(param.choices ?? []), ...(param.isNullable ? ['none'] : [])];
}

function describe({ uses: [{ param }] }: ParamFlag): string {
  if (param.kind === 'choice')
    return `${brief(param)}: ${withDefault(wordsOf(param), plainWord(param.default))}`;
  if (param.kind === 'classWeight') return `${brief(param)}: balanced, or classes with weights: 1=2,3=0.5`;
  return `${brief(param)} (default: ${plainWord(param.default)})`;
}

/** The first words of a description. */
function brief({ doc }: AnyParam): string {
  const [start = ''] = doc.split(/[.:;(,]/, 1);
  return `${start.charAt(0).toLowerCase()}${start.slice(1).trim()}`;
}

function withDefault(words: readonly string[], fallback: string | undefined): string {
  const named = words.map((word) => (word === fallback ? `${word} (default)` : word));
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} or ${named.at(-1) ?? ''}`;
}
