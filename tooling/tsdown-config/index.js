import { defineConfig } from 'tsdown';

/**
 * How every library is built: ESM and CommonJS with types for each, one file an entry, for the oldest Node
 * supported.
 *
 * @param {import('tsdown').UserConfig} [overrides]
 */
export function library(overrides = {}) {
  return defineConfig({
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    platform: 'node',
    target: 'node20',
    dts: true,
    sourcemap: false,
    fixedExtension: false,
    logLevel: 'warn',
    ...overrides,
  });
}
