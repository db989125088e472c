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
  return new Map(
    publicPackages().map(({ name, folder }) => {
      const out = join(target, `${name.replace('@', '').replace('/', '-')}.tgz`);
      execFileSync('pnpm', ['pack', '--out', out], { cwd: folder, stdio: 'pipe' });
      return [name, out];
    }),
  );
}

/**
 * An empty project with one package installed from its tarball; the sibling packages that it needs come from
 * theirs, everything else from the registry.
 *
 * @param {string} folder where the project is made
 * @param {string} name the package
 * @param {Map<string, string>} tarballs as `packAll` returned them
 */
export function installAlone(folder, name, tarballs) {
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries([...tarballs].map(([sibling, path]) => [sibling, `file:${path}`]));
  const { [name]: own, ...overrides } = files;
  const manifest = {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: { [name]: own },
    overrides,
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd: folder,
    stdio: 'pipe',
  });
}
