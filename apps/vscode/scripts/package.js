import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Builds the extension with what it is made of, and packs it: dist-vsix/tenfold-vscode-VERSION.vsix, whose path is the last
// line of the output.

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const vsix = join(root, 'dist-vsix', `${name}-${version}.vsix`);

await run(join(root, '../..'), binary('turbo'), [
  'run',
  'build',
  `--filter=${name}`,
  '--output-logs=errors-only',
]);
await rm(dirname(vsix), { recursive: true, force: true });
await mkdir(dirname(vsix), { recursive: true });
await run(root, binary('@vscode/vsce'), [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);
const { size } = await stat(vsix);
console.log(`${(size / 2 ** 20).toFixed(1)} MB`);
console.log(vsix);

/** The program of an installed package. */
function binary(packageName) {
  const file = require.resolve(`${packageName}/package.json`, { paths: [root, join(root, '../..')] });
  const { bin } = require(file);
  return join(dirname(file), typeof bin === 'string' ? bin : Object.values(bin)[0]);
}

/** Runs a program of Node's; what it prints is seen. */
function run(cwd, script, args) {
  const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1' };
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: 'inherit', env: environment });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${script} ${args[0]} ended with ${code}`));
    });
  });
}
