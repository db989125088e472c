import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({ once: ['/many-classes.test.ts'] });
