import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  roots: ['<rootDir>/test/full'],
  collectCoverage: false,
  reporters: ['default'],
});
