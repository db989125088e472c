import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { watchedFolders, watchedPackages } from './watched.js';

/**
 * The jest configuration of every package: TypeScript sources run as native ES modules, so that a test sees
 * what a user's Node sees. Run jest with --experimental-vm-modules. The other packages of this house are seen as sources,
 * so that a test sees a change of one of them before it is built; with TENFOLD_BUILT in the environment they are seen as
 * they are published.
 *
 * @param {import('jest').Config & { once?: string[] }} [overrides] `once`: tests of what the
 *   platform does not decide, by parts of their paths, which `npm test` leaves out when it runs the tests again on another
 *   version of Node: long calculations, words, parsing
 * @returns {import('jest').Config}
 */
export function jestPreset({ once = [], ...overrides } = {}) {
  return {
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: [...sources, 'node', 'node-addons'] },
    // turbo runs packages side by side; more workers in each would only contend for the same cores.
    maxWorkers: 1,
    roots: ['<rootDir>/test', ...watchedFolders],
    testPathIgnorePatterns: ['/node_modules/', '/test/long/', ...(process.env.TENFOLD_NODE ? once : [])],
    testMatch: ['**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', ...watchedPackages },
    transform: {
      '^.+\\.ts$': typescript({ syntax: 'typescript' }),
      '^.+\\.tsx$': typescript({ syntax: 'typescript', tsx: true }),
      '/packages/[^/]+/dist/.+\\.js$': transformer,
    },
    // For modules that are no ES modules, as ml-matrix and jest's own, what `transform` does for those that are.
    sandboxInjectedGlobals: ['Array', 'Infinity', 'Math', 'Number', 'Object'],
    // Counted with --coverage only: `pnpm coverage`.
    collectCoverageFrom: ['src/**/*.{ts,tsx}'],
    coverageDirectory: 'coverage',
    coverageReporters: ['json-summary', 'lcovonly'],
    reporters: [
      ['default', { summaryThreshold: 1000 }],
      fileURLToPath(new URL('./reporter.js', import.meta.url)),
    ],
    setupFilesAfterEnv: [fileURLToPath(new URL('./equality.js', import.meta.url))],
    setupFiles: hasProperties ? [fileURLToPath(new URL('./seed.js', import.meta.url))] : [],
    testTimeout: 60_000,
    ...overrides,
  };
}

const transformer = fileURLToPath(new URL('./transform.js', import.meta.url));

/** Whether the package's tests check properties with fast-check. */
const hasProperties = existsSync('node_modules/fast-check');

const sources = process.env.TENFOLD_BUILT ? [] : ['@tenfold/source'];

/** The transform of sources that are parsed in one way. JSX is Preact's. */
function typescript(parser) {
  return [
    transformer,
    {
      jsc: {
        target: 'es2022',
        parser,
        transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        experimental: { keepImportAttributes: true },
      },
      module: { type: 'es6' },
    },
  ];
}
