import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = fileURLToPath(new URL('../../', import.meta.url));

const isWatched = process.argv.some((argument) => /^--(watch|findRelatedTests)/.test(argument));

const folders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(house, group)).map((name) => join(house, group, name)),
);

/** What jest --watch looks at besides the tests: the sources of all packages, of which any may change. */
export const watchedFolders = isWatched
  ? folders.map((folder) => join(folder, 'src')).filter((folder) => existsSync(folder))
  : [];

/**
 * Where jest --watch finds a package's sources, as a `moduleNameMapper`: what tells it the tests of a change knows no
 * conditions of exports.
 */
export const watchedPackages = isWatched ? Object.fromEntries(folders.flatMap(sourcesOf)) : {};

function sourcesOf(folder) {
  const path = join(folder, 'package.json');
  const { name, exports = {} } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return Object.entries(exports).flatMap(([entry, { '@tenfold/source': source }]) =>
    source === undefined ? [] : [[`^${name}${entry.slice(1)}$`, join(folder, source)]],
  );
}
