import { closest, errorMessage } from '@tenfold/core';
import { systemReason } from '@tenfold/files';
import { Command, CommanderError } from 'commander';

import { commands } from './commands/index.js';
import type { CommandDefinition } from './definition.js';
import { hintFor } from './hints.js';
import { addCommon } from './options/flags.js';
import { parameterName } from './options/parameter-name.js';
import { Stopped, UnwritableOutput } from './stopping.js';
import { UsageError } from './usage-error.js';

/** The exit code of the process, and the one or two lines that explain it. */
export interface ExitReport {
  /** 0 done, 1 the job failed, 2 wrong usage, 130 stopped by Ctrl-C (143, 129: by another signal). */
  exitCode: number;
  /** What was expected, what came. Empty when there is nothing to say. */
  message: string;
  /** What to do. */
  hint?: string;
  /** Whether it is a bug of this program. */
  bug?: boolean;
}

/**
 * Turns whatever a command threw into an exit code and plain words.
 *
 * @param error what was thrown
 * @param word the first word of the command line, the command as a rule, for the hint
 */
export function explain(error: unknown, word = ''): ExitReport {
  const command = commands.find(({ usage }) => usage.split(' ')[0] === word);
  const help = `tenfold ${command === undefined ? '' : `${word} `}--help shows how`;
  if (error instanceof Stopped) return { exitCode: error.exitCode, message: '' };
  if (error instanceof UnwritableOutput) return { exitCode: 1, ...explainOutput(error) };
  if (error instanceof CommanderError) {
    return explainParsing(
      error,
      (command === undefined ? commonFlag(error) : hiddenFlag(error, command)) ?? help,
    );
  }
  if (error instanceof UsageError) return { exitCode: 2, message: error.message, hint: error.hint ?? help };
  if (!(error instanceof Error)) return { exitCode: 1, message: String(error), bug: true };
  if (isParameterError(error)) return explainParameter(error, flagsOf(command), help);
  if (isExpected(error)) return { exitCode: 1, ...explainExpected(error, flagsOf(command)) };
  if (isSystemError(error)) return { exitCode: 1, ...explainSystem(error) };
  return { exitCode: 1, message: error.message || error.name, bug: true };
}

function explainParsing(error: CommanderError, help: string): ExitReport {
  if (error.exitCode === 0) return { exitCode: 0, message: '' };
  const [message, ...more] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = more.at(0);
  const hint = suggestion === undefined ? help : suggestion.replace(/^\((.*)\)$/, '$1').replace(/^D/, 'd');
  return { exitCode: 2, message, hint };
}

// Commander suggests those flags only that the help shows.
function hiddenFlag(error: CommanderError, command: CommandDefinition): string | undefined {
  const typed = unknownFlag(error);
  const near = typed && closest(typed, [...flagsOf(command)]);
  return near && `did you mean ${near}?`;
}

function unknownFlag({ code, message }: CommanderError): string | undefined {
  return code === 'commander.unknownOption' ? /'(--.+)'/.exec(message)?.[1] : undefined;
}

// A flag that every command has was typed, perhaps misspelt, without a command.
function commonFlag(error: CommanderError): string | undefined {
  const typed = unknownFlag(error);
  if (typed === undefined) return undefined;
  const flags = addCommon(new Command()).options.flatMap(({ long }) => long ?? []);
  const near = closest(typed, flags);
  return near && `${near} stands behind a command: tenfold train digits ${near}`;
}

interface ParameterProblem extends Error {
  owner: string;
  parameter: string;
}

function isParameterError(error: Error): error is ParameterProblem {
  return error.name === 'ParameterError' && 'parameter' in error && typeof error.parameter === 'string';
}

// The library speaks of `maxIter`; at the command line it was typed as --max-iter.
function explainParameter(
  { message, owner, parameter }: ParameterProblem,
  flags: ReadonlySet<string>,
  help: string,
): ExitReport {
  const near = / \((did you mean .*?\?)\)/.exec(message);
  const plain = message
    .replace(near?.[0] ?? '', '')
    .replace(`${owner}: ${parameter} `, `${parameterName(owner, parameter, flags)} `)
    // A word needs no quotes where it is typed, and JavaScript's null is typed as "none".
    .replace('null (none)', 'none')
    .replace(/'(\w+)'/g, '$1');
  return { exitCode: 2, message: plain, hint: near?.[1] ?? help };
}

/** The flags of a command; those that every one has where there is none. */
function flagsOf(command: CommandDefinition | undefined): ReadonlySet<string> {
  const made = addCommon(new Command());
  command?.flags?.(made);
  return new Set(made.options.flatMap(({ long }) => long ?? []));
}

function explainExpected(error: Error, flags: ReadonlySet<string>): { message: string; hint?: string } {
  const explained = splitHint(errorMessage(error));
  const hint = explained.hint ?? hintFor(error, flags);
  return hint === undefined ? explained : { ...explained, hint };
}

// The second line of a message is the hint.
function splitHint(text: string): { message: string; hint?: string } {
  const [message = text, ...more] = text.split('.\n');
  return more.length === 0 ? { message } : { message, hint: more.join('.\n') };
}

function isExpected(error: Error): boolean {
  return 'kind' in error && (error.kind === 'input' || error.kind === 'outside');
}

function isSystemError(error: Error): error is NodeJS.ErrnoException {
  return 'code' in error && 'syscall' in error;
}

function explainOutput({ message, cause }: UnwritableOutput): { message: string } {
  return { message: `${message}: ${systemReason(cause.code ?? '') ?? cause.message}` };
}

function explainSystem({ code = '', path, message }: NodeJS.ErrnoException): { message: string } {
  const problem = systemReason(code) ?? message;
  return { message: path === undefined ? problem : `${path}: ${problem}` };
}
