import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { importSource, root } from '../e2e/lab/bundle.js';

// Writes into package.json what of it comes from the descriptions of the classifiers: the properties of tasks.

const manifestFile = join(root, 'package.json');

const { taskProperties } = await importSource('src/host/tasks/task-properties.ts');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
const [task] = manifest.contributes.taskDefinitions;
const { dataset, target, testSize, randomState, stratify } = task.properties;
task.properties = { dataset, target, ...taskProperties(), testSize, randomState, stratify };
await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
