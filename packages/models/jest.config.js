import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: ['/large-models.test.ts'],
});
