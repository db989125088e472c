import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './run.js';

const folders = ['packages', 'apps', 'tooling', '.'].flatMap((group) =>
  readdirSync(join(root, group), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, group, entry.name, 'jest.config.js')))
    .map((entry) => join(group, entry.name)),
);

/** Removes the counts of an earlier run; turbo brings back those of a package whose tests it replays. */
export function clearCounts() {
  for (const folder of folders) rmSync(join(root, folder, 'coverage'), { recursive: true, force: true });
}

/** Adds up what each package's tests left in coverage/tests.json. A package that left none counts as one failure. */
export function readCounts() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of folders) {
    const counts = read(folder, 'tests.json') ?? { passed: 0, failed: 1, skipped: 0 };
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  return total;
}

/** Prints each package's coverage, a line each. */
export function showCoverage() {
  console.log('\n── Coverage (lines, branches, functions)');
  for (const folder of folders) {
    const total = read(folder, 'coverage-summary.json')?.total;
    if (!total || total.lines.total === 0) continue;
    const [lines, branches, functions] = ['lines', 'branches', 'functions'].map((kind) =>
      total[kind].pct.toFixed(1).padStart(6),
    );
    console.log(`${folder.padEnd(26)}${lines} %${branches} %${functions} %`);
  }
}

function read(folder, file) {
  const path = join(root, folder, 'coverage', file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
