import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: ['/hostile.test.ts'],
});
