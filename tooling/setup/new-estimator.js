import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { must, pnpm, root } from './run.js';
import { skeleton } from './estimator-skeleton.js';

// `pnpm new:estimator NAME [PACKAGE]`: the files of a classifier that predicts the most frequent class, for its author to replace,
// in a package that is there or a new one. What is left is one line of packages/catalogue/src/catalogue.ts.
const [name, room = kebab(name ?? '')] = process.argv.slice(2);
if (!/^[A-Z][A-Za-z\d]+$/.test(name ?? '')) {
  console.error('expected the name of a class: pnpm new:estimator GaussianNB naive-bayes');
  process.exit(2);
}
const folder = join(root, 'packages', room);
const isNew = !existsSync(folder);
const inside = isNew ? 'src' : `src/${kebab(name)}`;
if (existsSync(join(folder, inside))) {
  console.error(
    `expected a name that is not taken, got ${name}: there is packages/${room}/${inside} already`,
  );
  process.exit(2);
}
if (isNew) makePackage();
for (const [path, text] of Object.entries(skeleton({ name, id: kebab(name), inside, isNew })))
  write(path, text);
must('Installing', pnpm(['install', '--no-frozen-lockfile', '--reporter=silent']));
must('Formatting', pnpm(['exec', 'prettier', '--write', '--log-level', 'warn', folder]));
console.log(`packages/${room}/${inside} is there. Add ${name} to packages/catalogue/src/catalogue.ts, then
pnpm --filter @tenfold/catalogue test tells what it lacks.`);

/** A package like that of LogisticRegression, known to the catalogue, the umbrella and the checks. */
function makePackage() {
  const model = join(root, 'packages/linear-model');
  const manifest = JSON.parse(readFileSync(join(model, 'package.json'), 'utf8'));
  manifest.name = `@tenfold/${room}`;
  manifest.description = `${name} with the interface and the answers of scikit-learn`;
  manifest.keywords = [room, 'classifier', 'scikit-learn', 'machine-learning'];
  manifest.dependencies = Object.fromEntries(
    ['base', 'core', 'linalg'].map((other) => [`@tenfold/${other}`, 'workspace:^']),
  );
  for (const unused of ['@tenfold/cases', '@tenfold/mnist', 'fast-check'])
    delete manifest.devDependencies[unused];
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ['eslint.config.js', 'jest.config.js', 'tsconfig.json', 'tsdown.config.js'])
    write(file, readFileSync(join(model, file), 'utf8'));
  depend('packages/catalogue', 'dependencies', 'workspace:^');
  depend('packages/tenfold', 'dependencies', 'workspace:^');
  depend('tooling/checks', 'devDependencies', 'workspace:*');
  append('packages/tenfold/src/estimators.ts', `export * from '@tenfold/${room}';\n`);
}

function depend(at, kind, version) {
  const path = join(root, at, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const all = { ...manifest[kind], [`@tenfold/${room}`]: version };
  manifest[kind] = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

function append(at, text) {
  const path = join(root, at);
  writeFileSync(path, readFileSync(path, 'utf8') + text);
}

function write(path, text) {
  const target = join(folder, path);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, text);
}

function kebab(text) {
  return text.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}
