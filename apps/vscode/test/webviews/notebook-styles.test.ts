import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { expect, test } from '@jest/globals';

const notebook = join(import.meta.dirname, '../../src/notebook');

/** The files that a source imports with a pattern, from the notebook's folder. */
function imported(file: string, pattern: RegExp): string[] {
  const text = readFileSync(file, 'utf8');
  return Array.from(text.matchAll(pattern), ([, path]) => relative(notebook, join(dirname(file), path)));
}

test('an output of a notebook has each sheet that one of its sheets imports', () => {
  const sheets = imported(join(notebook, 'index.tsx'), /^import .* from '(.*\.css)';$/gm);
  const further = sheets.flatMap((sheet) => imported(join(notebook, sheet), /^@import '(.*)';$/gm));
  expect(sheets.length).toBeGreaterThan(3);
  expect(further.length).toBeGreaterThan(0);
  expect(further.filter((sheet) => !sheets.includes(sheet))).toEqual([]);
});
