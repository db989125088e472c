import { differ, duel } from '../src/duel.js';

/** A row; see src/rows.js. */
export const gemm = { about: 'product of two matrices of 1024 × 1024', measure };

/** @type {Record<string, object>} what each has to reach, by type, and how often the slow one runs */
const targets = {
  'float64 ml-matrix': { atLeast: 40, aim: 60, repeats: 5 },
  'float32 ml-matrix': { atLeast: 70, aim: 120, repeats: 5, note: 'of doubles: it has no other' },
  'float64 NumPy': { atLeast: 0.4, aim: 0.5 },
  'float32 NumPy': { atLeast: 0.4, aim: 0.5 },
};

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const n = lab.quick ? 512 : 1024;
  for (const type of ['float64', 'float32']) {
    const task = { n, type };
    const peer = (name, runtime, program) => ({
      name,
      peer: name,
      runtime,
      program,
      task,
      ...targets[`${type} ${name}`],
    });
    await duel(lab, {
      work: `gemm ${n}³, ${type}`,
      ours: () => ({ name: 'ours', runtime: 'node', program: 'gemm', task, warmUps: 5 }),
      peers: [
        peer('ml-matrix', 'node', 'gemm-ml-matrix'),
        peer('NumPy', 'python', 'gemm'),
        peer('jax-js', 'node', 'gemm-jax'),
        peer('numpy-ts', 'node', 'gemm-numpy-ts'),
        ...(type === 'float32' ? [peer('tfjs-wasm', 'node', 'gemm-tfjs')] : []),
      ],
      repeats: 15,
      compare: (own, theirs) => differ('a cell', own.cell, theirs.cell, type === 'float32' ? 1e-2 : 1e-9),
    });
  }
}
