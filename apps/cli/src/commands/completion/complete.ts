import type { Run } from '../../context.js';
import { suggest } from './suggest.js';

// A copy of DATASET_NAMES, so that a completion does not load the library.
const names = [
  'digits',
  'mnist',
  'fashion-mnist',
  'kmnist',
  'emnist-balanced',
  'emnist-byclass',
  'emnist-bymerge',
  'emnist-digits',
  'emnist-letters',
  'emnist-mnist',
];
const vocabulary = {
  arguments: { dataset: names, name: names, shell: ['bash', 'zsh', 'fish'] },
};

/** Prints the candidates, a line each with a tab before the word about it; `:files` asks the shell for files. */
export const run: Run<object> = (words, _flags, { out, program }) => {
  const typed = words.filter((word) => word !== undefined);
  const { candidates, files } = suggest(program, typed, vocabulary);
  for (const [word, about] of candidates) out.print(about === '' ? word : `${word}\t${about}`);
  if (files) out.print(':files');
  return Promise.resolve();
};
