import { jestPreset } from '@tenfold/jest-preset';

// Plain scripts see packages as they are built.
export default jestPreset({ testMatch: ['**/*.test.js'], transform: {}, testEnvironmentOptions: {} });
