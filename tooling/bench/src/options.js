import { Command, InvalidArgumentError } from 'commander';

import { defaultCache } from './paths.js';

/**
 * @typedef {object} BenchOptions
 * @property {string[]} only rows to measure, in the order of the table; all of them when empty
 * @property {boolean} quick
 * @property {boolean} full
 * @property {boolean} list
 * @property {string} out
 * @property {boolean} write
 * @property {string} cache
 */

/**
 * Reads the command line of `pnpm bench`. Wrong usage is a CommanderError.
 *
 * @param {string[]} args
 * @param {readonly string[]} names the rows
 * @param {{ writeErr?: (text: string) => void, writeOut?: (text: string) => void }} [output]
 * @returns {BenchOptions}
 */
export function parseBench(args, names, output = {}) {
  const command = new Command('pnpm bench')
    .description('Measures Tenfold beside its peers, which `pnpm bench:setup` installs.')
    .configureOutput(output)
    .exitOverride()
    .allowExcessArguments(false)
    .option('--only <name>', 'measure this row (may be repeated)', chooseFrom(names), [])
    .option('--quick', 'fewer repeats on fewer rows: shows that all works, proves nothing', false)
    .option('--full', 'also measure what is otherwise stored because it takes minutes', false)
    .option('--list', 'list the rows', false)
    .option('--out <file>', 'where to write the results as JSON', '.cache/bench-results.json')
    .option('--write', 'rewrite the generated part of docs/benchmarks.md', false)
    .option('--cache <folder>', 'where the peers are', defaultCache)
    .parse(args, { from: 'user' });
  const options = command.opts();
  if (options.quick && (options.write || options.full)) {
    command.error(`error: --quick does not go with --${options.write ? 'write' : 'full'}`);
  }
  return options;
}

/**
 * Reads the command line of `pnpm bench:setup`.
 *
 * @param {string[]} args
 * @returns {{ upgrade: boolean, cache: string }}
 */
export function parseSetup(args, output = {}) {
  return new Command('pnpm bench:setup')
    .description('Installs the peers of `pnpm bench` into a cache folder outside the workspace.')
    .configureOutput(output)
    .exitOverride()
    .allowExcessArguments(false)
    .option('--upgrade', 'install the newest versions again', false)
    .option('--cache <folder>', 'where to', defaultCache)
    .parse(args, { from: 'user' })
    .opts();
}

function chooseFrom(names) {
  return (value, chosen) => {
    if (!names.includes(value)) throw new InvalidArgumentError(`One of: ${names.join(', ')}.`);
    return [...chosen, value];
  };
}
