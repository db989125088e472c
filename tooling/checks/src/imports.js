import { cruise } from 'dependency-cruiser';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { importRules } from './rooms.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Reads every import below `packages` and `apps` of a tree and returns the ones that break a rule, a line each.
 *
 * @param {string} baseDir the tree's root
 * @returns {Promise<{ modules: number, violations: string[] }>}
 */
export async function checkImports(baseDir) {
  const { output } = await cruise(
    ['packages', 'apps'].filter((folder) => existsSync(join(baseDir, folder))),
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: importRules() },
      tsPreCompilationDeps: true,
      // A built package is where an import may end, not where one begins.
      doNotFollow: { path: 'node_modules|/dist/' },
      exclude: { path: '/(coverage|test|scripts)/|\\.config\\.js$' },
    },
    {
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    },
  );
  return {
    modules: output.summary.totalCruised,
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await checkImports(process.argv[2] ?? root);
  for (const line of violations) console.error(line);
  console.log(`imports: ${modules} modules, ${violations.length} violations`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
