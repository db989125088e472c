import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

import { noSpreadOfData } from './no-spread-of-data.js';

// One object for all packages: in one run of all a name stands for one plugin.
const tenfold = { rules: { 'no-spread-of-data': noSpreadOfData } };

/**
 * The lint rules of every package: typescript-eslint's strict set with type information, and a doc comment on
 * every public export, and no array of any length as the arguments of a call.
 *
 * @param {string} tsconfigRootDir the folder of the package's tsconfig.json: `import.meta.dirname`
 */
export function eslintConfig(tsconfigRootDir) {
  return tseslint.config(
    { ignores: ['dist/', 'coverage/', '.turbo/', 'test/golden/', 'fixtures/', '.cache/'] },
    js.configs.recommended,
    {
      files: ['**/*.{ts,tsx}'],
      extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir } },
      rules: {
        '@typescript-eslint/consistent-type-imports': 'error',
        // A line that imports types only must leave nothing behind, so that what is loaded late stays so.
        '@typescript-eslint/no-import-type-side-effects': 'error',
        '@typescript-eslint/restrict-template-expressions': [
          'error',
          { allowNumber: true, allowBoolean: true },
        ],
        '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
        // Loops over typed arrays keep several counters at once; for-of would hide them.
        '@typescript-eslint/prefer-for-of': 'off',
        // The field's names: C, X, y, and BLAS's.
        '@typescript-eslint/naming-convention': 'off',
        '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'no-console': 'error',
        'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      },
    },
    {
      files: ['src/**/*.{ts,tsx}'],
      plugins: { jsdoc },
      settings: { jsdoc: { mode: 'typescript' } },
      rules: {
        'jsdoc/require-jsdoc': [
          'error',
          {
            publicOnly: { esm: true, cjs: false },
            contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ClassDeclaration'],
          },
        ],
        'jsdoc/require-description': [
          'error',
          {
            contexts: [
              'FunctionDeclaration',
              'ClassDeclaration',
              'TSInterfaceDeclaration',
              'TSTypeAliasDeclaration',
            ],
          },
        ],
        'jsdoc/check-param-names': 'error',
        'jsdoc/no-types': 'error',
      },
    },
    {
      // Tests know how long their arrays are.
      ignores: ['test/**', 'e2e/**'],
      plugins: { tenfold },
      rules: { 'tenfold/no-spread-of-data': 'error' },
    },
    {
      files: ['**/*.js', '**/*.mjs'],
      languageOptions: {
        globals: {
          process: 'readonly',
          console: 'readonly',
          URL: 'readonly',
          Buffer: 'readonly',
          setTimeout: 'readonly',
        },
      },
      rules: { 'no-console': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
    },
    {
      files: ['test/**/*.{ts,tsx}'],
      rules: {
        '@typescript-eslint/no-non-null-assertion': 'off',
        // jest's matchers and property callbacks return values that a test has no use for.
        '@typescript-eslint/no-floating-promises': 'error',
        'no-console': 'off',
      },
    },
  );
}
