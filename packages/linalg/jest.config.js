import { jestPreset } from '@tenfold/jest-preset';

const preset = jestPreset();

export default jestPreset({
  moduleNameMapper: { ...preset.moduleNameMapper, '^#platform$': '<rootDir>/src/node/platform.ts' },
  coveragePathIgnorePatterns: ['/node_modules/', '/src/kernels/generated/'],
});
