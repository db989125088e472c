import { pnpm, turbo } from './run.js';

// `pnpm check`: types and lint of the packages that differ from main and of those that see them, and what is quick for all.
const gates = [
  ['Types and lint', () => turbo(['typecheck', 'lint', '--affected', '--continue'])],
  ['Imports', () => pnpm(['run', 'lint:imports'])],
  ['Unused files, exports and dependencies', () => pnpm(['run', 'knip'])],
];

const failures = [];
for (const [name, gate] of gates) if (gate() !== 0) failures.push(name);
for (const name of failures) console.error(`failed: ${name}`);
process.exitCode = failures.length === 0 ? 0 : 1;
