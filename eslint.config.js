import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { eslintConfig } from '@tenfold/eslint-config';

// The whole house in one run: each package by its own configuration, and those that are typed alike in one program.
const root = import.meta.dirname;

const folders = [
  'examples',
  ...['packages', 'apps', 'tooling'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  ),
];

const own = folders
  .filter((folder) => existsSync(join(root, folder, 'eslint.config.js')))
  .map(async (folder) => {
    const { default: configs } = await import(`./${folder}/eslint.config.js`);
    return configs.map((config) => ({ ...config, basePath: folder }));
  });

export default [
  { ignores: ['**/dist/', '**/coverage/'] },
  ...eslintConfig(root).map((config) => ({ ...config, basePath: 'tooling' })),
  ...(await Promise.all(own)).flat(),
  {
    files: ['packages/**/*.ts', 'apps/cli/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: false, project: 'tsconfig.json', tsconfigRootDir: root },
    },
  },
];
