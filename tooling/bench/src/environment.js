/**
 * The environment for Python: OpenBLAS chooses its own kernel. Some machines force an older one on it, which slows it
 * down.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function pythonEnvironment(environment = process.env) {
  const forced = new Set(['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE']);
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !forced.has(name)));
  return { ...own, PYTHONUNBUFFERED: '1', PYTHONWARNINGS: 'ignore' };
}
