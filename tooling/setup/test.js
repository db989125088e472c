import { must, pnpm, turbo } from './run.js';
import { otherNode } from './other-node.js';
import { clearCounts, readCounts } from './counts.js';

// `npm test`: installs, builds, and runs every gate. The last line counts the tests.
must('Installing', pnpm(['install', '--frozen-lockfile', '--reporter=silent']));

/** @type {[string, () => number][]} */
const gates = [
  ['Build', () => turbo(['build'])],
  ['Format', () => pnpm(['run', 'format:check'])],
  ['Unused files, exports and dependencies', () => pnpm(['run', 'knip'])],
  ['Types, lint and tests', () => tests([], { besides: typesAndLint })],
];

/** One program for the types of all packages, and two halves for the linter of which neither reads a program of the other. */
const typesAndLint = [
  'typecheck:packages',
  'tenfold-vscode#typecheck',
  '@tenfold/examples#typecheck',
  'lint:packages',
  'lint:rest',
];

/** Packages of arithmetic in TypeScript alone. */
const arithmetic = [
  'base',
  'catalogue',
  'metrics',
  'model-selection',
  'naive-bayes',
  'neighbors',
  'pipeline',
  'preprocessing',
  'random',
  'solvers',
];

// What one Node does otherwise than another is its platform: files, streams, compression, threads, processes. Arithmetic in
// TypeScript alone is tested once.
const differing = [
  '--filter=./packages/*',
  '--filter=./apps/*',
  ...arithmetic.map((name) => `--filter=!@tenfold/${name}`),
];

/** Tests packages as they are published. More run at a time than there are cores: some wait for processes and clocks. */
function tests(filters, { besides = [], pathFirst, env } = {}) {
  const args = [...besides, 'test', '--continue', '--concurrency=3', ...filters];
  return turbo(args, { pathFirst, env: { TENFOLD_BUILT: '1', ...env } });
}

const failures = [];
clearCounts();
for (const [name, gate] of gates) {
  console.log(`\n── ${name}`);
  if (gate() !== 0) failures.push(name);
}
const counts = readCounts();

if (process.env.CI) {
  const other = otherNode('24');
  console.log(`\n── Tests on ${other.ok ? other.version : 'another Node'}`);
  if (other.ok) {
    const code = tests(differing, { pathFirst: other.bin, env: { TENFOLD_NODE: other.version } });
    if (code !== 0) failures.push(`Tests on ${other.version}`);
  } else console.log(`skipped: ${other.why}`);
}

for (const name of failures) console.log(`failed: ${name}`);
const failed = counts.failed + (counts.failed === 0 ? failures.length : 0);
console.log(
  `\n${counts.passed} passed, ${failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = failures.length === 0 && counts.failed === 0 ? 0 : 1;
