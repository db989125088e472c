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
    // Packages are seen as they are built: their declarations are imported and not part of this one's.
    dts: { compilerOptions: { customConditions: [] } },
    // `pnpm dev` asks for maps.
    sourcemap: process.env.TENFOLD_DEV === '1',
    fixedExtension: false,
    logLevel: 'warn',
    ...overrides,
  });
}
