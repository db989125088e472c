import type { AnyDefinition } from '@tenfold/base';
import type { Command } from 'commander';

import { choice } from './choice.js';
import { loadedTransformers } from './definitions.js';
import { flaggedParams, optionsOf, type ParamFlag } from './estimator-flags.js';
import { flagOf } from './flag-of.js';
import { collectList } from './parse.js';

/**
 * What commander calls the value of a transformer's hyper-parameter. As in scikit-learn's pipelines two underscores part the
 * step from the parameter: `minMaxScaler__featureRange`.
 */
export function stepAttributeOf({ id }: AnyDefinition, param: string): string {
  const step = id.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
  return `${step}__${param}`;
}

/** The flag of a transformer's hyper-parameter: `--min-max-scaler__feature-range`. */
export function stepFlagOf(definition: AnyDefinition, param: string): string {
  return flagOf(stepAttributeOf(definition, param));
}

/**
 * Adds the transformers that prepare the rows, and their hyper-parameters, whose flags are too long for the help: `tenfold
 * estimators` shows them.
 */
export function addPreprocess(command: Command): Command {
  const ids = loadedTransformers().map(({ id }) => id);
  command
    .optionsGroup('Preprocessing:')
    .addOption(
      choice(
        '--preprocess <name>',
        `what prepares the rows: ${ids.join(' or ')}; may be given several times; tenfold estimators lists their flags`,
        ids,
      ).argParser(collectList('--preprocess')),
    );
  for (const flag of loadedTransformers().flatMap(flagsOf))
    for (const option of optionsOf(flag)) command.addOption(option.hideHelp());
  return command;
}

function flagsOf(definition: AnyDefinition): ParamFlag[] {
  return flaggedParams(definition).map(([name, param]) => ({
    name,
    attribute: stepAttributeOf(definition, name),
    uses: [{ definition, param }],
  }));
}
