import { jestPreset } from '@tenfold/jest-preset';

const preset = jestPreset();

export default jestPreset({
  once: [
    '/backend.test.ts',
    '/blas-products.test.ts',
    '/blas-solve.test.ts',
    '/extremes.test.ts',
    '/labels.test.ts',
    '/to-design-matrix.test.ts',
  ],
  moduleNameMapper: { ...preset.moduleNameMapper, '^#platform$': '<rootDir>/src/node/platform.ts' },
  coveragePathIgnorePatterns: ['/node_modules/', '/src/kernels/generated/'],
});
