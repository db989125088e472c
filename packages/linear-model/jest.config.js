import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: ['/never-worse.test.ts', '/golden.test.ts', '/large-cells.test.ts', '/feature-names.test.ts'],
});
