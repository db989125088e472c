import { Option } from 'commander';

/**
 * An option with a known set of words. The help and the completion show them; the package that the word is meant
 * for checks it, and suggests the nearest.
 */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser((text: string) => text);
}
