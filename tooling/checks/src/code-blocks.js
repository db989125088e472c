import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the blocks are laid out: inside this package, so that they resolve imports as a user's project would. */
export const blocksFolder = fileURLToPath(new URL('../.cache/docs/', import.meta.url));

/**
 * Every TypeScript block of the READMEs and the docs. A fence opened by three backticks and `ts` is compiled and
 * run; with `no-run` behind it, only compiled.
 *
 * @returns {{ title: string, file: string, code: string, runs: boolean }[]}
 */
export function codeBlocks() {
  return markdownFiles().flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return [...text.matchAll(/^```ts( no-run)?\n(.*?)^```$/gms)].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      const title = `${relative(root, path)}:${line}`;
      return {
        title,
        file: `${title.replace(/[^\w]+/g, '-')}.ts`,
        code: match[2],
        runs: match[1] === undefined,
      };
    });
  });
}

/**
 * Writes each block as a TypeScript file and as the JavaScript that Node runs, and returns what the compiler has
 * to say about them.
 *
 * @param {ReturnType<typeof codeBlocks>} blocks
 * @returns {string[]} the compiler's errors, a line each
 */
export function compileBlocks(blocks) {
  rmSync(blocksFolder, { recursive: true, force: true });
  mkdirSync(blocksFolder, { recursive: true });
  const files = blocks.map(({ file, code }) => {
    const path = join(blocksFolder, file);
    writeFileSync(path, `${code}\nexport {};\n`);
    return path;
  });
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    noEmitOnError: false,
  });
  program.emit();
  return ts.getPreEmitDiagnostics(program).map((diagnostic) =>
    ts
      .formatDiagnostic(diagnostic, {
        getCanonicalFileName: (f) => f,
        getCurrentDirectory: () => blocksFolder,
        getNewLine: () => '\n',
      })
      .trim(),
  );
}

function markdownFiles() {
  const readmes = ['packages', 'apps', 'examples']
    .filter((group) => existsSync(join(root, group)))
    .flatMap((group) => [
      join(root, group, 'README.md'),
      ...readdirSync(join(root, group)).map((name) => join(root, group, name, 'README.md')),
    ]);
  const docs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs')).map((name) => join(root, 'docs', name))
    : [];
  return [join(root, 'README.md'), ...readmes, ...docs].filter(
    (path) => path.endsWith('.md') && existsSync(path),
  );
}
