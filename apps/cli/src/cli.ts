import { capitalized, closest } from '@tenfold/core';
import { Command, Option } from 'commander';

import { commands } from './commands/index.js';
import type { Context, Run } from './context.js';
import type { CommandDefinition } from './definition.js';
import { loadDefinitions } from './options/definitions.js';
import { addCommon, commonGroup, type CommonFlags } from './options/flags.js';
import { colourDepth, paletteOf } from './terminal/colours.js';
import { Output } from './terminal/output.js';
import { widthOf } from './terminal/width.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

/** Parses the arguments and runs the command they name. */
export async function runCommandLine(argv: string[], signal: AbortSignal): Promise<void> {
  if (takesEstimator(argv)) await loadDefinitions();
  const program = buildProgram(signal);
  if (argv[0] === 'help') checkCommand(argv[1]);
  if (argv.length === 0) program.outputHelp();
  else await program.parseAsync(argv, { from: 'user' });
}

/** Whether the command that is run, helped with or completed takes an estimator. */
function takesEstimator(argv: readonly string[]): boolean {
  const words = argv[0] === 'complete' ? argv : argv.slice(0, 2);
  return commands.some(({ usage, takesEstimator: takes }) => {
    return takes === true && words.includes(usage.split(' ')[0] ?? '');
  });
}

// Commander would answer with the whole help.
function checkCommand(word: string | undefined): void {
  const names = commands.flatMap(({ usage }) => usage.split(' ')[0] ?? []);
  if (word === undefined || word.startsWith('-') || names.includes(word)) return;
  const near = closest(word, names);
  throw new UsageError(`unknown command '${word}'`, near && `did you mean ${near}?`);
}

/** The program with all its commands and flags: those of estimators as far as `loadDefinitions` has been awaited. */
export function buildProgram(signal: AbortSignal): Command {
  const program = new Command('tenfold')
    .description('Classical machine learning on digit images: the answers of scikit-learn, in TypeScript.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .configureOutput({
      outputError: () => undefined,
      getOutHasColors: () => colourDepth(process.stdout) > 1,
      getErrHasColors: () => colourDepth(process.stderr) > 1,
      getOutHelpWidth: () => widthOf(process.stdout),
      getErrHelpWidth: () => widthOf(process.stderr),
    })
    .configureHelp({
      styleTitle: (text) => bold(text),
      styleCommandText: (text) => cyan(text),
      styleSubcommandText: (text) => cyan(text),
      styleOptionText: (text) => cyan(text),
      subcommandTerm: (command) => command.name(),
      // The descriptions name choices and defaults already.
      optionDescription: (option) => option.description,
    });
  program.addHelpText('after', `\n${examplesOf(introduction)}`);
  for (const definition of commands)
    program.addCommand(build(definition, signal, program), { hidden: definition.hidden ?? false });
  return program;
}

// Commander takes the colours off again where there are none.
const { bold, dim, cyan } = paletteOf(4);

const introduction = [
  ['tenfold tutorial', 'the whole story, on the digits'],
  ['tenfold train digits', 'train, test and keep a run'],
  ['tenfold train --help', "a command's flags"],
] as const;

function build(definition: CommandDefinition, signal: AbortSignal, program: Command): Command {
  const command = program.createCommand(definition.usage.split(' ')[0]);
  for (const argument of definition.usage.split(' ').slice(1)) command.argument(argument);
  command
    .summary(definition.summary)
    .description(definition.details ?? `${capitalized(definition.summary)}.`);
  command.copyInheritedSettings(program);
  definition.flags?.(command);
  addCommon(command);
  command.addHelpOption(new Option('-h, --help', 'show this help').helpGroup(commonGroup));
  command.addHelpText('after', `\n${examplesOf(definition.examples)}`);
  command.action(async () => {
    const flags: CommonFlags = command.opts();
    const { json = false, quiet = false, progress } = flags;
    const context: Context = { out: new Output({ json, quiet, progress }), signal, program };
    const run = (await definition.load()) as Run<CommonFlags>;
    await run(command.args, flags, context);
    signal.throwIfAborted();
    await context.out.finish(signal);
  });
  return command;
}

function examplesOf(examples: readonly (readonly [string, string])[]): string {
  const lines = examples.flatMap(([call, what]) => ['', `  ${dim(`# ${what}`)}`, `  ${call}`]);
  return [bold('Examples:'), ...lines.slice(1)].join('\n');
}
