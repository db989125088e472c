import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: ['/plain-text.test.ts'],
});
