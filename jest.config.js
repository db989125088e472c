import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// All packages at once, for `pnpm test:watch` and for the test of the file that an editor shows.
const root = import.meta.dirname;

const configs = ['packages', 'apps', 'tooling', '.']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name, 'jest.config.js')))
  .filter((path) => existsSync(path));

const projects = configs.map(async (path) => {
  const { default: config } = await import(pathToFileURL(path).href);
  // These are of a whole run, and a project may not have them.
  const { maxWorkers: _1, reporters: _2, coverageReporters: _3, ...own } = config;
  return { ...own, rootDir: dirname(path), displayName: dirname(path).slice(root.length + 1) };
});

export default { projects: await Promise.all(projects) };
