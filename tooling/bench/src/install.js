import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

import { runCommand } from './command.js';
import { pythonEnvironment } from './environment.js';
import { contestants, placesIn } from './paths.js';

/**
 * What a set-up left: the versions of every peer that runs, and why each other one does not.
 *
 * @typedef {{ installed: Record<string, Record<string, string>>, failed: Record<string, string> }} PeerRecord
 */

/**
 * Reads what the last set-up left.
 *
 * @param {string} cache
 * @returns {PeerRecord | undefined} undefined when there was none
 */
export function readRecord(cache) {
  const { record } = placesIn(cache);
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined;
}

/**
 * Installs the peers that are not there yet and records which run. A peer that does not is no failure of the set-up.
 *
 * @param {readonly import('./peers.js').Peer[]} peers
 * @param {{ cache: string, upgrade?: boolean, log: (line: string) => void }} options
 * @returns {Promise<PeerRecord>}
 */
export async function setUp(peers, { cache, upgrade = false, log }) {
  mkdirSync(cache, { recursive: true });
  const places = placesIn(cache);
  const before = readRecord(cache) ?? { installed: {}, failed: {} };
  const needsPython = peers.some(({ runtime }) => runtime === 'python');
  const venv = needsPython ? await attempt(() => makeVenv(places)) : {};
  /** @type {PeerRecord} */
  const record = { installed: {}, failed: {} };
  for (const peer of peers) {
    const known = before.installed[peer.name];
    const ready = known !== undefined && !upgrade && isThere(peer, places);
    const result = ready
      ? { value: known }
      : peer.runtime === 'python' && 'reason' in venv
        ? venv
        : await attempt(() => install(peer, places));
    if ('reason' in result) record.failed[peer.name] = result.reason;
    else record.installed[peer.name] = result.value;
    log(describePeer(peer.name, record));
  }
  await writeFileAtomic(places.record, `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/**
 * A peer's state in a line.
 *
 * @param {string} name
 * @param {PeerRecord} record
 */
export function describePeer(name, { installed, failed }) {
  if (installed[name] === undefined) return `${name}: does not run: ${failed[name]}`;
  const versions = Object.entries(installed[name]).map(([pkg, version]) => `${pkg} ${version}`);
  return `${name}: ${versions.join(', ')}`;
}

async function attempt(work) {
  try {
    return { value: await work() };
  } catch (error) {
    return { reason: error.message };
  }
}

async function makeVenv({ venv, python }) {
  if (existsSync(python)) return;
  await runCommand(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', venv]);
}

function isThere(peer, places) {
  if (peer.runtime === 'node') return existsSync(places.npm(peer.name));
  return existsSync(peer.apart ? places.apart(peer.name) : places.python);
}

function install(peer, places) {
  return peer.runtime === 'python' ? installPython(peer, places) : installNode(peer, places);
}

async function installPython({ name, packages, probe, apart }, places) {
  const { python } = places;
  const flags = apart ? ['--no-deps', '--target', places.apart(name)] : [];
  await runCommand(python, ['-m', 'pip', 'install', '--quiet', '--upgrade', ...flags, ...packages]);
  const script =
    'import importlib, json, sys; from importlib.metadata import version; importlib.import_module(sys.argv[1]); ' +
    'print(json.dumps({name: version(name) for name in sys.argv[2:]}))';
  const env = { ...pythonEnvironment(), ...(apart && { PYTHONPATH: places.apart(name) }) };
  const output = await runCommand(python, ['-c', script, probe, ...packages], { env });
  return JSON.parse(output.trim().split('\n').at(-1));
}

async function installNode({ name, packages, probe }, places) {
  const folder = places.npm(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runCommand('npm', ['install', ...flags, ...packages.map(newest)], { cwd: folder });
  await runCommand(process.execPath, [join(contestants, 'node/probe.js'), folder, probe]);
  return Object.fromEntries(packages.map(bareName).map((pkg) => [pkg, versionIn(folder, pkg)]));
}

function newest(spec) {
  return spec.lastIndexOf('@') > 0 ? spec : `${spec}@latest`;
}

function bareName(spec) {
  const at = spec.lastIndexOf('@');
  return at > 0 ? spec.slice(0, at) : spec;
}

function versionIn(folder, pkg) {
  const require = createRequire(join(folder, 'package.json'));
  const [found] = require.resolve
    .paths(pkg)
    .map((base) => join(base, pkg, 'package.json'))
    .filter(existsSync);
  if (found === undefined) throw new Error(`${pkg} is not in ${dirname(folder)}`);
  return JSON.parse(readFileSync(found, 'utf8')).version;
}
