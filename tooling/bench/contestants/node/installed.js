import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports a package out of the folder that the set-up installed it in. */
export async function importFrom(folder, name) {
  const path = createRequire(join(folder, 'package.json')).resolve(name);
  const module = await import(pathToFileURL(path).href);
  // Of a CommonJS package whose exports Node cannot tell beforehand there is the default alone.
  const { default: whole, ...named } = module;
  return whole !== undefined && Object.keys(named).every((name) => name === 'module.exports')
    ? whole
    : module;
}
