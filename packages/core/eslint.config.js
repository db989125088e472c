import { eslintConfig } from '@tenfold/eslint-config';

export default eslintConfig(import.meta.dirname);
