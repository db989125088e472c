import envPaths from 'env-paths';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The contestants' folder. */
export const contestants = fileURLToPath(new URL('../contestants/', import.meta.url));

/** The original four MNIST files, gzipped. */
export const mnistFolder = join(root, 'packages/mnist/data');

/** The page whose generated part `--write` rewrites. */
export const page = join(root, 'docs/benchmarks.md');

/** Where peers are installed when no other folder is named: the platform's cache folder. */
export const defaultCache = join(envPaths('tenfold', { suffix: '' }).cache, 'bench');

/**
 * The places inside a cache folder.
 *
 * @param {string} cache
 */
export function placesIn(cache) {
  const venv = join(cache, 'python');
  const [bin, exe] = process.platform === 'win32' ? ['Scripts', '.exe'] : ['bin', ''];
  return {
    venv,
    python: join(venv, bin, `python${exe}`),
    /** Each npm package has a folder of its own, so that none gets another's dependencies. */
    npm: (peer) => join(cache, 'npm', peer.replace(/[@/]/g, '_')),
    /** A Python package of the same module name as another peer's has a folder of its own too. */
    apart: (peer) => join(cache, 'python-apart', peer),
    record: join(cache, 'peers.json'),
  };
}
