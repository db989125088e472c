import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: [
    '/images.test.ts',
    '/table-cases.test.ts',
    '/table-large.test.ts',
    '/table-layout.test.ts',
    '/to-csv.test.ts',
  ],
});
