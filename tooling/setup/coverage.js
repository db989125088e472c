import { clearCounts, showCoverage } from './counts.js';
import { must, turbo } from './run.js';

// `pnpm coverage`: runs the tests of packages and apps once more and counts the lines that they reach.
clearCounts();
must(
  'Tests',
  turbo([
    'test',
    '--continue',
    '--concurrency=2',
    '--filter=./packages/*',
    '--filter=./apps/*',
    '--',
    '--coverage',
  ]),
);
showCoverage();
