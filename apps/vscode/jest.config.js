import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: [
    '/test/webviews/',
    '/test/mnist/',
    '/test/model/',
    '/contributions.test.ts',
    '/package.test.ts',
    '/held-out.test.ts',
  ],
});
