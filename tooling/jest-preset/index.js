import { fileURLToPath } from 'node:url';

/**
 * The jest configuration of every package: TypeScript sources run as native ES modules, so that a test sees
 * what a user's Node sees. Run jest with NODE_OPTIONS=--experimental-vm-modules.
 *
 * @param {import('jest').Config} [overrides]
 * @returns {import('jest').Config}
 */
export function jestPreset(overrides = {}) {
  return {
    testEnvironment: 'node',
    // turbo runs packages side by side; more workers in each would only contend for the same cores.
    maxWorkers: 1,
    roots: ['<rootDir>/test'],
    testMatch: ['**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: {
      '^.+\\.ts$': typescript({ syntax: 'typescript' }),
      '^.+\\.tsx$': typescript({ syntax: 'typescript', tsx: true }),
    },
    // Counted with --coverage only: `pnpm coverage`.
    collectCoverageFrom: ['src/**/*.{ts,tsx}'],
    coverageDirectory: 'coverage',
    coverageReporters: ['json-summary', 'lcovonly'],
    reporters: [
      ['default', { summaryThreshold: 1000 }],
      fileURLToPath(new URL('./reporter.js', import.meta.url)),
    ],
    testTimeout: 60_000,
    ...overrides,
  };
}

/** The transform of sources that are parsed in one way. JSX is Preact's. */
function typescript(parser) {
  return [
    fileURLToPath(import.meta.resolve('@swc/jest')),
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
