import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  testMatch: ['**/*.full.ts'],
  collectCoverage: false,
  reporters: ['default'],
});
