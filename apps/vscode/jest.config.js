import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({ once: ['/test/webviews/'] });
