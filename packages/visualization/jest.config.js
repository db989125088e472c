import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset({
  once: [
    '/many-classes.test.ts',
    '/renderers.test.ts',
    '/resize-image.test.ts',
    '/image-values.test.ts',
    '/heatmap.test.ts',
  ],
});
