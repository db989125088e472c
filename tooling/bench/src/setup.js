import { CommanderError } from 'commander';

import { setUp } from './install.js';
import { parseSetup } from './options.js';
import { peers } from './peers.js';

try {
  const options = parseSetup(process.argv.slice(2));
  console.log(`The peers go into ${options.cache}`);
  const { installed } = await setUp(peers, { ...options, log: (line) => console.log(line) });
  console.log(`${Object.keys(installed).length} of ${peers.length} run.`);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
