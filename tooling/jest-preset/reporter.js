import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Leaves each package's counts in coverage/tests.json, where a cached turbo run still finds them, so that the
 * closing line of `npm test` counts every test whether it ran now or was replayed.
 */
export default class CountReporter {
  /** @param {import('jest').Config} globalConfig */
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir ?? process.cwd();
  }

  onRunComplete(_contexts, results) {
    const folder = join(this.rootDir, 'coverage');
    mkdirSync(folder, { recursive: true });
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    const counts = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
    };
    writeFileSync(join(folder, 'tests.json'), `${JSON.stringify(counts)}\n`);
  }
}
