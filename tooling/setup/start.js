import { must, pnpm, root, run, turbo } from './run.js';
import { join } from 'node:path';

// `npm start`: installs, builds and tells both halves of the tutorial: the digits, and all of MNIST.
must('Installing', pnpm(['install', '--frozen-lockfile', '--reporter=silent']));
must('Building', turbo(['build', '--filter=@tenfold/cli', '--log-order=grouped']));
process.exitCode = run(process.execPath, [
  join(root, 'apps/cli/bin/tenfold.js'),
  'tutorial',
  '--mnist',
  ...process.argv.slice(2),
]);
