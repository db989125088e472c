import { eslintConfig } from '@tenfold/eslint-config';

// assembly/ is AssemblyScript, which has a compiler of its own; generated/ is its output.
export default [{ ignores: ['assembly/', 'src/kernels/generated/'] }, ...eslintConfig(import.meta.dirname)];
