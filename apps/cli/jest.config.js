import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({ once: ['/mnist.test.ts', '/threads.test.ts'] });
