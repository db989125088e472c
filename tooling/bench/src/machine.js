import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';

import { Contestant, launchOf } from './contestant.js';
import { placesIn } from './paths.js';

/**
 * What was measured on, and with which versions, by name.
 *
 * @param {{ cache: string, record: import('./install.js').PeerRecord | undefined }} setup
 * @returns {Promise<Record<string, string>>}
 */
export async function describeMachine({ cache, record }) {
  const cores = availableParallelism();
  const here = {
    Processor: cpus()[0]?.model.trim() || arch(),
    Cores: String(cores),
    Memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    System: `${type()} ${release().split('-')[0]}, ${arch()}`,
    Node: `${process.versions.node} (V8 ${process.versions.v8})`,
  };
  const python = record?.installed['scikit-learn'] ? await aboutPython(cache) : {};
  return { ...here, ...python, ...versionsFromNpm(record) };
}

async function aboutPython(cache) {
  const contestant = new Contestant(
    'Python',
    launchOf({ runtime: 'python', program: 'about' }, { python: placesIn(cache).python }),
  );
  try {
    const { blas, SIMD, ...versions } = await contestant.prepare();
    return {
      ...(SIMD.length > 0 && { SIMD: describeSimd(SIMD) }),
      ...versions,
      ...(blas.length > 0 && { 'BLAS of NumPy and SciPy': describeBlas(blas) }),
    };
  } catch (error) {
    return { Python: `does not run: ${error.message}` };
  } finally {
    await contestant.stop();
  }
}

/** What NumPy finds, with what its levels of x86-64 stand for. */
function describeSimd(found) {
  const levels = { X86_V3: 'X86_V3 (AVX2, FMA)', X86_V4: 'X86_V4 (AVX-512)' };
  return found.map((name) => levels[name] ?? name).join(', ');
}

/** Which kernels of OpenBLAS run. NumPy and SciPy bring one each. */
function describeBlas(pools) {
  const names = pools.map(
    ({ internal_api: api, version, architecture, num_threads: threads }) =>
      `${api} ${version}, kernel ${architecture}, ${threads} threads`,
  );
  return [...new Set(names)].sort().join('; ');
}

function versionsFromNpm(record) {
  const shown = new Set(['scikit-learn', 'NumPy']);
  return Object.fromEntries(
    Object.entries(record?.installed ?? {}).flatMap(([peer, versions]) =>
      shown.has(peer) ? [] : [[peer, Object.values(versions)[0]]],
    ),
  );
}
