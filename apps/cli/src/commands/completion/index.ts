import type { CommandDefinition } from '../../definition.js';

/** `tenfold completion`. */
export const completion: CommandDefinition = {
  usage: 'completion <shell>',
  summary: 'print the completion script of a shell: bash, zsh or fish',
  examples: [
    ['source <(tenfold completion bash)', 'in ~/.bashrc'],
    ['source <(tenfold completion zsh)', 'in ~/.zshrc, after compinit'],
    ['tenfold completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
  load: async () => (await import('./run.js')).run,
};

/** What the shells' scripts call while a command is being typed. */
export const complete: CommandDefinition = {
  usage: 'complete [words...]',
  summary: 'candidates for the last of the words typed so far',
  examples: [['tenfold complete -- train --so', 'prints --solver and --solvers']],
  hidden: true,
  load: async () => (await import('./complete.js')).run,
};
