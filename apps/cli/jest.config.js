import { jestPreset } from '@tenfold/jest-preset';

// Whole fits on MNIST take minutes: `pnpm test:mnist`.
export default jestPreset({ testPathIgnorePatterns: ['/node_modules/', '/test/full/'] });
