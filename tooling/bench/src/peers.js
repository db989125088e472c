/**
 * The peers: what brings each, and what must work once it is there. Their newest versions are installed.
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {'python' | 'node'} runtime
 * @property {string[]} packages
 * @property {string} probe a module to import, to see that it runs
 * @property {boolean} [apart] whether it is kept from the other Python packages
 */

/** @type {readonly Peer[]} */
export const peers = [
  {
    name: 'scikit-learn',
    runtime: 'python',
    packages: ['scikit-learn', 'numpy', 'scipy', 'threadpoolctl'],
    probe: 'sklearn.linear_model',
  },
  { name: 'NumPy', runtime: 'python', packages: ['numpy', 'threadpoolctl'], probe: 'numpy' },
  {
    name: 'scikit-learn-intelex',
    runtime: 'python',
    packages: ['scikit-learn-intelex'],
    probe: 'sklearnex.linear_model',
  },
  {
    name: 'liblinear-official',
    runtime: 'python',
    packages: ['liblinear-official'],
    probe: 'liblinear.liblinearutil',
    apart: true,
  },
  {
    name: 'liblinear-multicore',
    runtime: 'python',
    packages: ['liblinear-multicore'],
    probe: 'liblinear.liblinearutil',
    apart: true,
  },
  { name: 'ml-matrix', runtime: 'node', packages: ['ml-matrix'], probe: 'ml-matrix' },
  { name: 'jax-js', runtime: 'node', packages: ['@jax-js/jax'], probe: '@jax-js/jax' },
  { name: 'numpy-ts', runtime: 'node', packages: ['numpy-ts'], probe: 'numpy-ts' },
  {
    name: 'tfjs-wasm',
    runtime: 'node',
    packages: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'],
    probe: '@tensorflow/tfjs-backend-wasm',
  },
  {
    name: 'ml-logistic-regression',
    runtime: 'node',
    packages: ['ml-logistic-regression', 'ml-matrix'],
    probe: 'ml-logistic-regression',
  },
  {
    name: 'scikitjs',
    runtime: 'node',
    // It asks for TensorFlow.js 3 and leaves choosing a build of it to the user.
    packages: ['scikitjs', '@tensorflow/tfjs@3'],
    probe: 'scikitjs',
  },
];
