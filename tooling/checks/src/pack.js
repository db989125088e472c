import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Every package that gets published.
 *
 * @returns {{ name: string, folder: string, manifest: Record<string, any> }[]}
 */
export function publicPackages() {
  return ['packages', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }));
}

/**
 * Packs every published package as it would be published.
 *
 * @param {string} target the folder for the tarballs
 * @returns {Map<string, string>} the tarball's path by package name
 */
export function packAll(target) {
  mkdirSync(target, { recursive: true });
  const names = publicPackages().map(({ name }) => name);
  const filters = names.map((name) => `--filter=${name}`);
  execFileSync('pnpm', [...filters, 'pack', '--out', join(target, '%s.tgz')], { cwd: root, stdio: 'pipe' });
  return new Map(names.map((name) => [name, join(target, `${name.replace('@', '').replace('/', '-')}.tgz`)]));
}

/**
 * An empty project with packages installed from their tarballs, each of which sees what it depends on and nothing else, as
 * if it were there alone. The sibling packages that they need come from their tarballs, everything else from the registry.
 *
 * @param {string} folder where the project is made
 * @param {string[]} names the packages
 * @param {Map<string, string>} tarballs as `packAll` returned them
 */
export function installApart(folder, names, tarballs) {
  const files = Object.fromEntries([...tarballs].map(([sibling, path]) => [sibling, `file:${path}`]));
  makeProject(folder, { dependencies: Object.fromEntries(names.map((name) => [name, files[name]])) });
  // A workspace of its own, so that pnpm looks for none above it. What is hoisted can be imported without being named.
  const settings = { packages: [], hoist: false, overrides: files };
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(settings, null, 2));
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-lockfile', '--reporter=silent'];
  execFileSync('pnpm', ['install', ...flags], { cwd: folder, stdio: 'pipe' });
}

/**
 * An empty project with one package installed by npm, as most people install it.
 *
 * @param {string} folder where the project is made
 * @param {string} name the package
 * @param {Map<string, string>} tarballs as `packAll` returned them
 */
export function installByNpm(folder, name, tarballs) {
  const files = Object.fromEntries([...tarballs].map(([sibling, path]) => [sibling, `file:${path}`]));
  const { [name]: own, ...overrides } = files;
  makeProject(folder, { dependencies: { [name]: own }, overrides });
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags], { cwd: folder, stdio: 'pipe' });
}

function makeProject(folder, manifest) {
  mkdirSync(folder, { recursive: true });
  const all = { name: 'consumer', private: true, type: 'module', ...manifest };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(all, null, 2));
}
