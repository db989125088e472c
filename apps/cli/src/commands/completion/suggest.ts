import type { Command, Option } from 'commander';

/** Candidates for the word at the cursor. */
export interface Suggestions {
  /** Each candidate with a word about it. */
  candidates: (readonly [string, string])[];
  /** Whether a file or folder is possible there too. */
  files: boolean;
}

/** The words of a completion besides commands and flags. */
export interface Vocabulary {
  /** Words for a positional argument, by its name: `dataset`. */
  arguments: Record<string, readonly string[]>;
}

/**
 * Candidates for the word that is being typed.
 *
 * @param program the program, with its commands and flags
 * @param words the words after the program's name; the last one is being typed, and may be empty
 * @param vocabulary words for the positional arguments
 */
export function suggest(program: Command, words: readonly string[], vocabulary: Vocabulary): Suggestions {
  const typed = words.at(-1) ?? '';
  const command = program.commands.find((candidate) => candidate.name() === words[0]);
  if (words.length <= 1 || command === undefined) return starting(typed, commandsOf(program));
  const option = optionBefore(command, words.at(-2) ?? '');
  if (option !== undefined) return valuesOf(option, typed);
  if (typed.startsWith('-')) return starting(typed, flagsOf(command));
  return positional(command, words.slice(1, -1), typed, vocabulary);
}

function commandsOf(program: Command): [string, string][] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => [command.name(), command.summary()]);
}

/** The flags of a command: behind those of its help those that the help is too short for. */
function flagsOf(command: Command): [string, string][] {
  const shown = command.createHelp().visibleOptions(command);
  const others = command.options.filter(({ hidden }) => hidden);
  return [...shown, ...others].map((option) => [option.long ?? option.flags, option.description]);
}

function optionBefore(command: Command, word: string): Option | undefined {
  const option = command.options.find(({ long, short }) => word === long || word === short);
  return option?.required === true ? option : undefined;
}

function valuesOf(option: Option, typed: string): Suggestions {
  if (option.argChoices !== undefined) return starting(typed, option.argChoices.map(plain));
  return { candidates: [], files: /<(file|folder)>/.test(option.flags) };
}

function positional(command: Command, before: string[], typed: string, vocabulary: Vocabulary): Suggestions {
  const values = before.filter((word, index) => {
    return !word.startsWith('-') && optionBefore(command, before[index - 1] ?? '') === undefined;
  });
  const argument = command.registeredArguments.at(values.length);
  return starting(typed, (vocabulary.arguments[argument?.name() ?? ''] ?? []).map(plain));
}

function starting(typed: string, all: readonly (readonly [string, string])[]): Suggestions {
  return { candidates: all.filter(([word]) => word.startsWith(typed)), files: false };
}

function plain(word: string): [string, string] {
  return [word, ''];
}
