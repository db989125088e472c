import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: [
    '/mnist.test.ts',
    '/threads.test.ts',
    '/table.test.ts',
    '/messages.test.ts',
    '/bad-input.test.ts',
    '/own-data.test.ts',
    '/pictures.test.ts',
    '/outputs.test.ts',
  ],
});
