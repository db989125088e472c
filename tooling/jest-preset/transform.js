import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import swc from '@swc/jest';

import { withConstantGlobals } from './globals.js';

const own = ['transform.js', 'globals.js'].map((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8'),
);

function key(...parts) {
  const hash = createHash('sha256');
  for (const part of [...own, ...parts]) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** ES modules as they are. */
const modules = {
  process: (code) => ({ code: withConstantGlobals(code) }),
  processAsync: (code) => Promise.resolve({ code: withConstantGlobals(code) }),
  getCacheKey: (code, path) => key(path, code),
};

function typescript(options) {
  const transformer = swc.createTransformer(options);
  const after = ({ code, ...rest }) => ({ ...rest, code: withConstantGlobals(code) });
  return {
    ...transformer,
    process: (...args) => after(transformer.process(...args)),
    processAsync: async (...args) => after(await transformer.processAsync(...args)),
    getCacheKey: (...args) => key(transformer.getCacheKey(...args)),
  };
}

/**
 * jest's way from a file to an ES module that runs: TypeScript by swc, with its options; with none, modules as they are. Both
 * with the language's globals as constants.
 */
export default { createTransformer: (options) => (options?.jsc ? typescript(options) : modules) };
