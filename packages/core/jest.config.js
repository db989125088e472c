import { jestPreset } from '@tenfold/jest-preset';

export default jestPreset();
