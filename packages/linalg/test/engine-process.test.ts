import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { describe, expect, test } from '@jest/globals';

const BUILT = pathToFileURL(fileURLToPath(new URL('../dist/index.js', import.meta.url))).href;
const BUILT_CJS = fileURLToPath(new URL('../dist/index.cjs', import.meta.url));

/** A loss and its gradient over some 20 million multiply-adds, and a hash of their bits. */
const EVALUATE = `
const { createHash } = await import('node:crypto');
const rows = 5000, columns = 200, classes = 10;
const data = Uint8Array.from({ length: rows * columns }, (_, i) => (i * 2654435761) >>> 13);
const design = { kind: 'dense', rows, columns, data };
const targets = Int32Array.from({ length: rows }, (_, i) => i % classes);
const parameters = Float64Array.from({ length: (columns + 1) * classes }, (_, i) => ((i % 17) - 8) / 1e5);
const evaluate = async (backend, signal) => {
  const gradient = new Float64Array(parameters.length);
  const task = { design, parameters, targets, classes, constant: 1, signal };
  const loss = await backend.logistic.multinomial(task, gradient);
  return createHash('sha256').update(Float64Array.of(loss, ...gradient)).digest('hex');
};
`;

/** Runs a program in a process of its own, which has to end by itself. */
function run(
  program: string,
  load = `const { kernelBackend } = await import('${BUILT}');`,
): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', load + EVALUATE + program],
    { encoding: 'utf8', timeout: 50_000, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return { status, stdout: stdout.trim(), stderr };
}

const HASH = /^[0-9a-f]{64}$/;

describe('a process', () => {
  const plain = run('console.log(await evaluate(kernelBackend(2)));');

  test('ends by itself after a job on threads', () => {
    expect(plain).toMatchObject({ status: 0, stderr: '' });
    expect(plain.stdout).toMatch(HASH);
  });

  test('that loads the package by require does the same', () => {
    const load = `
      import { createRequire } from 'node:module';
      const { kernelBackend } = createRequire('${BUILT_CJS}')('${BUILT_CJS}');`;
    expect(run('console.log(await evaluate(kernelBackend(3)));', load)).toEqual(plain);
  });

  test('stays alive until a job ends that is not awaited', () => {
    const program = 'evaluate(kernelBackend(2)).then((hash) => console.log(hash));';
    expect(run(program)).toEqual(plain);
  });

  test('ends with an error, and does not hang, when a rejection is not handled', () => {
    const { status, stderr } = run(`
      const abort = new AbortController();
      void evaluate(kernelBackend(2), abort.signal);
      setImmediate(() => abort.abort(new Error('enough')));
      setTimeout(() => Promise.reject(new Error('unhandled')), 0);`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/enough|unhandled/);
  });

  test('that exits in the middle of a job does exit', () => {
    const { status } = run(`
      void evaluate(kernelBackend(2));
      setImmediate(() => process.exit(7));`);
    expect(status).toBe(7);
  });

  test('computes the same bits without SharedArrayBuffer, and its event loop turns', () => {
    const load = `
      delete globalThis.SharedArrayBuffer;
      const { kernelBackend } = await import('${BUILT}');`;
    const program = `
      let turns = 0;
      const timer = setInterval(() => turns++, 0);
      console.log(await evaluate(kernelBackend()));
      clearInterval(timer);
      if (turns === 0) throw new Error('no timer fired');`;
    expect(run(program, load)).toEqual(plain);
  });

  test('computes the same bits without Atomics.waitAsync', () => {
    const load = `
      delete Atomics.waitAsync;
      const { kernelBackend } = await import('${BUILT}');`;
    expect(run('console.log(await evaluate(kernelBackend(2)));', load)).toEqual(plain);
  });

  test('computes the same bits where threads cannot be started', () => {
    // What a system out of memory or of threads does; the module is the same for all who import it.
    const load = `
      import { createRequire, syncBuiltinESMExports } from 'node:module';
      createRequire('${BUILT_CJS}')('node:worker_threads').Worker = class { constructor() { throw new Error('no'); } };
      syncBuiltinESMExports();
      const { kernelBackend } = await import('${BUILT}');`;
    expect(run('console.log(await evaluate(kernelBackend(2)));', load)).toEqual(plain);
  });
});
