import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a case's file. */
export function casePath(name) {
  return fileURLToPath(new URL(`files/${name}`, import.meta.url));
}

/** The bytes of a case's file. */
export function caseBytes(name) {
  return new Uint8Array(readFileSync(casePath(name)));
}

/** The value of a case that is written as JSON. */
export function caseJson(name) {
  return JSON.parse(readFileSync(casePath(name), 'utf8'));
}
